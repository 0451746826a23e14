package org.jdfwire.contracts.topic;

import java.time.YearMonth;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * An issue of the magazine.
 *
 * @param number 1 and up
 * @param month as its pages state it, or null where they do not; never computed from the number
 */
public record IssueRef(int number, @Nullable YearMonth month) {
    public IssueRef {
        Checks.atLeast(1, "issue number", number);
    }
}
