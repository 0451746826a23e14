package org.jdfwire.contracts.page;

import java.time.Instant;
import org.jdfwire.contracts.Checks;

/**
 * One version of one page.
 *
 * @param url canonical URL
 * @param version 1, 2, … per URL, in the order in which the versions came in
 * @param sha256 of the exact bytes, 64 hex digits
 * @param fetchedAt when those bytes were observed
 */
public record PageRef(String url, int version, String sha256, Instant fetchedAt) {
    public PageRef {
        Checks.text("url", url);
        Checks.atLeast(1, "version", version);
        Checks.sha256("sha256", sha256);
    }
}
