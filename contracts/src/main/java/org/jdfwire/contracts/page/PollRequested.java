package org.jdfwire.contracts.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;

/**
 * An operator wishes to have a source polled at once.
 *
 * @param source name of the source, as the fetcher's configuration calls it
 * @param requestedAt when
 * @param by whose wish it is: the name of the token that signed it
 */
public record PollRequested(String source, Instant requestedAt, String by) {
    /** How long it is of use: an operator who has waited this long asks again. */
    public static final Duration HOLDS_FOR = Duration.ofMinutes(5);

    private static final String SOURCE = "/jdfwire/store";

    public PollRequested {
        Checks.text("source", source);
        Checks.text("by", by);
    }

    /** Whether it is too old to be obeyed. */
    public boolean isLate(Instant now) {
        return requestedAt.plus(HOLDS_FOR).isBefore(now);
    }

    /** Returns the message's headers; its id is {@code <source>#<time of the wish>}. */
    public Map<String, String> toHeaders() {
        return new EventAttributes(
                        source + "#" + requestedAt, SOURCE, EventTypes.POLL_REQUESTED, requestedAt, source, Map.of())
                .toHeaders(EventAttributes.JSON);
    }
}
