package org.jdfwire.store.webhook;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subscription is sent to.
 *
 * @param state whether
 * @param reason why not, in a sentence; null for an active one
 * @param since when it became so
 */
public record Status(State state, @Nullable String reason, Instant since) {

    /** Whether changes are sent. */
    public enum State {
        ACTIVE,
        /** By an operator, or by itself after long failure; its place is kept. */
        PAUSED,
        /** By the receiver, with 410; its place is kept. */
        DISABLED;

        /** Returns its form in answers and metrics. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Status active(Instant now) {
        return new Status(State.ACTIVE, null, now);
    }

    static Status paused(String reason, Instant now) {
        return new Status(State.PAUSED, reason, now);
    }

    static Status disabled(String reason, Instant now) {
        return new Status(State.DISABLED, reason, now);
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }
}
