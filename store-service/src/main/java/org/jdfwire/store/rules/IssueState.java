package org.jdfwire.store.rules;

import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.PublishedIssue;

/**
 * An issue that is known, and the change that made it known.
 *
 * @param issue as its first page told it
 * @param cursor of its {@code issue.published}
 */
public record IssueState(PublishedIssue issue, Cursor cursor) {

    /** Returns the key of an issue: {@code <publication>-<number>}, as in {@code Change.key}. */
    public static String key(String publication, int number) {
        return publication + "-" + number;
    }
}
