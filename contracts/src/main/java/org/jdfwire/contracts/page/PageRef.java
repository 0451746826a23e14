package org.jdfwire.contracts.page;

import java.time.Instant;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * One version of one page.
 *
 * @param url canonical URL
 * @param version 1, 2, … per URL, in the order in which the versions came in
 * @param sha256 of the exact bytes, 64 hex digits
 * @param fetchedAt when those bytes were observed
 * @param supersededBy hash of the bytes that the page was seen to have later, 64 hex digits; null where these are the
 *     newest. It is said for an old capture, because the later sight need not have been a version of its own: bytes
 *     that stay the same are published once.
 * @param seenNext the look at the page that followed on this one, as far as it was known then; null exactly where
 *     supersededBy is
 */
public record PageRef(
        String url,
        int version,
        String sha256,
        Instant fetchedAt,
        @Nullable String supersededBy,
        @Nullable Look seenNext) {
    public PageRef {
        Checks.text("url", url);
        Checks.atLeast(1, "version", version);
        Checks.sha256("sha256", sha256);
        if (supersededBy != null) {
            Checks.sha256("supersededBy", supersededBy);
        }
        if ((supersededBy == null) != (seenNext == null)) {
            Checks.refuse(
                    "supersededBy and seenNext",
                    supersededBy + " and " + seenNext,
                    "both, or none for the newest bytes");
        }
    }

    /** A version that is the newest when it is published. */
    public PageRef(String url, int version, String sha256, Instant fetchedAt) {
        this(url, version, sha256, fetchedAt, null, null);
    }
}
