package org.jdfwire.parser.era;

/** No.102 to 112, 2018 and 2019: the same line with the month, {@code August 2018}. */
final class Issues2018 implements Layout {
    @Override
    public String name() {
        return "jdf-2018";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isIssue(102, 112);
    }
}
