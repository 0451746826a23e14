package org.jdfwire.parser.era;

import org.jdfwire.contracts.topic.IssueRef;
import org.jspecify.annotations.Nullable;

/** The index of an issue or of all issues, from any time: teasers, each with a link. */
final class IndexPage implements Layout {
    @Override
    public String name() {
        return "jdf-index";
    }

    @Override
    public boolean recognizes(PageFacts page) {
        String file = page.file();
        return file == null
                ? page.hasIndexTitle()
                : file.isEmpty() || file.equals("index") || file.equals("backnumber");
    }

    @Override
    public Holds holds() {
        return Holds.TEASERS;
    }

    /** The index of all issues names many of them and belongs to none. */
    @Override
    public @Nullable IssueRef issue(PageFacts page) {
        return page.file() != null && !page.hasNumberInAddress() ? null : Layout.super.issue(page);
    }

    @Override
    public @Nullable String section(PageFacts page) {
        return page.file() != null ? null : Layout.super.section(page);
    }
}
