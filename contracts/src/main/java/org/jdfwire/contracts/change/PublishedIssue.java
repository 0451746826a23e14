package org.jdfwire.contracts.change;

import java.time.Instant;
import java.time.YearMonth;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * An issue at the moment its first page was seen.
 *
 * @param publication as in a topic
 * @param number 1 and up
 * @param month as that page states it, or null where it does not
 * @param firstSeenAt when that page was observed
 */
public record PublishedIssue(
        String publication, int number, @Nullable YearMonth month, Instant firstSeenAt) {
    public PublishedIssue {
        Checks.text("publication", publication);
        Checks.atLeast(1, "issue number", number);
    }
}
