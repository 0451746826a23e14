package org.jdfwire.contracts.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;

/**
 * A canary came through: the writer read out of it what its sender said it must.
 *
 * @param page the URL that it bore
 * @param sentAt when the fetcher sent it
 */
public record CanaryArrived(String page, Instant sentAt) {
    /** How long a canary is of use: one that is read later, as in a rebuild, tells nothing of today. */
    public static final Duration HOLDS_FOR = Duration.ofMinutes(10);

    private static final String SOURCE = "/jdfwire/store";

    public CanaryArrived {
        Checks.text("page", page);
    }

    /** Whether a canary that was sent at that time is too old to tell anything. */
    public static boolean isLate(Instant sentAt, Instant now) {
        return sentAt.plus(HOLDS_FOR).isBefore(now);
    }

    /** Returns the message's headers; its id is {@code <page>#<time>}. */
    public Map<String, String> toHeaders() {
        return new EventAttributes(page + "#" + sentAt, SOURCE, EventTypes.CANARY_ARRIVED, sentAt, page, Map.of())
                .toHeaders(EventAttributes.JSON);
    }
}
