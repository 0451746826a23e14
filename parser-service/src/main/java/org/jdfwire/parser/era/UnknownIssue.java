package org.jdfwire.parser.era;

/** A page of the magazine whose issue neither address nor page tells. */
final class UnknownIssue implements Layout {
    @Override
    public String name() {
        return "jdf";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return true;
    }
}
