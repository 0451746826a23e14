package org.jdfwire.parser.era;

/** No.14 to 22, 2009 to 2011: a line {@code Japan Defense Focus No.20}, later with the month in capitals. */
final class Issues2009 implements Layout {
    @Override
    public String name() {
        return "jdf-2009";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isIssue(14, 22);
    }
}
