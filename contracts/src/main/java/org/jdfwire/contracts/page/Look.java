package org.jdfwire.contracts.page;

import java.time.Instant;
import org.jdfwire.contracts.Checks;

/**
 * One look at a page.
 *
 * @param at when
 * @param sha256 of the bytes that it had, 64 hex digits
 */
public record Look(Instant at, String sha256) {
    public Look {
        Checks.sha256("sha256", sha256);
    }
}
