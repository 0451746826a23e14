package org.jdfwire.parser.era;

import java.time.YearMonth;
import java.util.List;
import org.jdfwire.contracts.topic.IssueRef;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the magazine was published: how its pages are known, and what differs in reading them.
 *
 * <p>What all pages have in common is read by meaning, in {@code block}, {@code layout} and {@code topic}; a layout says
 * only where its pages state their issue and section and what they hold. {@code docs/ADD_A_LAYOUT.md} adds one.
 */
public sealed interface Layout
        permits Ebook,
                IndexPage,
                Smartphone,
                Issues2006,
                Issues2009,
                Issues2011,
                Issues2014,
                Issues2018,
                Issues2019,
                UnknownIssue {

    /** What the pages of a layout hold. */
    enum Holds {
        /** News to be read. */
        TOPICS,
        /** Headings and first sentences that lead to other pages: no news of their own. */
        TEASERS,
        /** News that no reader exists for yet. */
        UNREADABLE
    }

    /** Returns the name that events bear, such as {@code jdf-2006}; it stays for good, histories are kept by it. */
    String name();

    /** Whether a page has this layout; of all layouts the first that says so is the page's. */
    boolean recognizes(PageFacts page);

    /** What its pages hold. */
    default Holds holds() {
        return Holds.TOPICS;
    }

    /** Whether headings can be fused to the first sentence although other headings on the page are not. */
    default boolean fusesHeadings() {
        return false;
    }

    /** Returns the lines of a page that can state its issue, its month and its section, the surest first. */
    default List<String> stating(PageFacts page) {
        return page.lines(page.header(), page.titleParts());
    }

    /** Returns the issue, or null where neither address nor page tells its number; its month is what the page states. */
    default @Nullable IssueRef issue(PageFacts page) {
        Integer number = page.number();
        if (number == null) {
            return null;
        }
        YearMonth month = PageFacts.monthIn(stating(page));
        return new IssueRef(number, month != null ? month : page.monthAside());
    }

    /** Returns the section by the address's file, or else by the page's lines, or null. */
    default @Nullable String section(PageFacts page) {
        String file = page.file();
        return file != null && !file.isEmpty() ? file : PageFacts.sectionIn(stating(page));
    }
}
