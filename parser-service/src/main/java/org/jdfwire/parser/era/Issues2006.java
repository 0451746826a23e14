package org.jdfwire.parser.era;

import java.util.List;

/** No.1 to 13, 2006 to 2008: the way from the home page ends in {@code NO.8 TOPICS}; headings can be fused to their text. */
final class Issues2006 implements Layout {
    @Override
    public String name() {
        return "jdf-2006";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        return page.isIssue(1, 13);
    }

    @Override
    public List<String> stating(PageFacts page) {
        return page.lines(page.crumbs(), page.header(), page.titleParts());
    }

    @Override
    public boolean fusesHeadings() {
        return true;
    }
}
