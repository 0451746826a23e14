package org.jdfwire.store.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription is.
 *
 * @param after value of the {@link org.jdfwire.store.journal.Position} that it goes on from
 * @param attempts that were ever made
 * @param failures in a row at the change that is due
 * @param failingSince when the first of these was, or null
 * @param nextAttemptAt not before this time, or null for at once
 * @param lastFailure what came of the last of these, or null
 */
public record Progress(
        long after,
        long attempts,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastFailure) {

    static Progress from(long after) {
        return new Progress(after, 0, 0, null, null, null);
    }

    /** The same place, as if nothing had failed there; the attempts stay, for the log's lines are numbered by them. */
    Progress unhindered() {
        return at(after);
    }

    Progress at(long newAfter) {
        return new Progress(newAfter, attempts, 0, null, null, null);
    }

    Progress attempted() {
        return new Progress(after, attempts + 1, failures, failingSince, nextAttemptAt, lastFailure);
    }

    Progress failed(Instant now, @Nullable Instant next, String detail) {
        return new Progress(after, attempts, failures + 1, failingSince == null ? now : failingSince, next, detail);
    }
}
