package org.jdfwire.parser.era;

/** From about No.150, 2022: the text of a printed page, cut out of an e-book, with its running labels. */
final class Ebook implements Layout {
    private static final int LEAST_LABELS = 2;

    @Override
    public String name() {
        return "jdf-ebook";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isUnder("pageindices") || page.runningLabels() >= LEAST_LABELS;
    }

    @Override
    public Holds holds() {
        return Holds.UNREADABLE;
    }
}
