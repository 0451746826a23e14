package org.jdfwire.parser.era;

/** The copy of a section for small screens, seen from No.69 to 110: {@code /sp/no69/sp_activities.html}. */
final class Smartphone implements Layout {
    @Override
    public String name() {
        return "jdf-smartphone";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isUnder("sp") && page.number() != null;
    }
}
