package org.jdfwire.store.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param outcome how it ended
 * @param status of the answer, or null where there was none
 * @param detail in a few words
 * @param retryAfter how long the receiver asks to be left alone, or null
 */
public record Result(
        Outcome outcome,
        @Nullable Integer status,
        String detail,
        @Nullable Duration retryAfter) {

    boolean isDelivered() {
        return outcome == Outcome.DELIVERED;
    }

    static Result without(Outcome outcome, String detail) {
        return new Result(outcome, null, detail, null);
    }
}
