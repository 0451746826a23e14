package org.jdfwire.contracts.page;

import java.time.Instant;
import org.jdfwire.contracts.Checks;

/**
 * The bytes that a page was seen to have, at each look from one time to another.
 *
 * @param sha256 of those bytes, 64 hex digits
 * @param from when they were first seen
 * @param to when they were last seen without other bytes in between
 */
public record Sighting(String sha256, Instant from, Instant to) {
    public Sighting {
        Checks.sha256("sha256", sha256);
        if (from.isAfter(to)) {
            Checks.refuse("from", from, "not after " + to);
        }
    }
}
