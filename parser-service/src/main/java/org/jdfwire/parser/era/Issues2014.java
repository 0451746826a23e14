package org.jdfwire.parser.era;

/** No.51 to 101, 2014 to 2018: a line {@code JDF JapanDefenseFocus No.77}, mostly without a month. */
final class Issues2014 implements Layout {
    @Override
    public String name() {
        return "jdf-2014";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isIssue(51, 101);
    }
}
