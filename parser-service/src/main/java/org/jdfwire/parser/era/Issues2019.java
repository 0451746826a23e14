package org.jdfwire.parser.era;

import java.util.List;

/** No.113 and later, from 2019: the title begins with the section, {@code TOPICS | JDF - Japan Defense Focus (No.133)}. */
final class Issues2019 implements Layout {
    @Override
    public String name() {
        return "jdf-2019";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isIssue(113, Integer.MAX_VALUE);
    }

    @Override
    public List<String> stating(PageFacts page) {
        return page.lines(page.titleParts(), page.header());
    }
}
