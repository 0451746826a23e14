package org.jdfwire.parser.era;

/** No.23 to 50, 2011 to early 2014: usually no line of its own, so the number stands in the address alone. */
final class Issues2011 implements Layout {
    @Override
    public String name() {
        return "jdf-2011";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isIssue(23, 50);
    }
}
