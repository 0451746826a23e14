package org.jdfwire.parser.era;

import java.util.List;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.layout.Line;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jdfwire.parser.text.Words;

/** Tells which page of the magazine a document is, and which layout it has. */
public final class PageIdentifier {

    /**
     * Identifies a page.
     *
     * @param url canonical URL
     * @param title of the document, may be empty
     * @param lines of the document
     * @param menus the lines of its menus, which are no blocks
     * @throws PageRefusedException {@code not-jdf}
     */
    public PageIdentity identify(String url, String title, List<Line> lines, List<String> menus) {
        PageFacts page = PageFacts.of(url, title, lines, menus);
        if (!page.isOfTheMagazine()) {
            throw new PageRefusedException(
                    RejectReason.NOT_JDF,
                    "url: " + url + ", title: \"" + Words.fold(title)
                            + "\" (expected: an address under /e/jdf/ or /en/jdf/; on another site one under /jdf/, or a title that names Japan Defense Focus)");
        }
        if (page.isMissing()) {
            throw new PageRefusedException(
                    RejectReason.NOT_JDF,
                    "url: " + url + ", title: \"" + Words.fold(title)
                            + "\" (expected: a page of the magazine, not one that says there is none)");
        }
        Layout layout = Layouts.of(page);
        return new PageIdentity(layout.issue(page), layout.section(page), layout);
    }
}
