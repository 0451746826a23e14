package org.jdfwire.contracts.change;

import java.time.Instant;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;

/**
 * An operator brought back an older state of Kafka's log: from here on the cursors are of a later epoch, so that none of
 * those that were given out after that state is ever given to another change.
 *
 * @param before the epoch of the log up to here
 * @param epoch that begins, at least
 * @param at when the operator said so
 */
public record EpochBegun(int before, int epoch, Instant at) {
    private static final String SOURCE = "/jdfwire/operator";
    private static final String SUBJECT = "cursors";

    public EpochBegun {
        Checks.atLeast(0, "before", before);
        Checks.atLeast(before + 1, "epoch", epoch);
        // one that no cursor can have is found out while the operator is there
        Cursor.of(epoch, 0, 0);
    }

    /** Returns whether headers are those of such an event. */
    public static boolean isToldBy(Map<String, String> headers) {
        return EventTypes.EPOCH_BEGUN.equals(headers.get(EventAttributes.header("type")));
    }

    /** Returns the message's headers; its id is {@code cursors@<epoch>#<time>}. */
    public Map<String, String> toHeaders() {
        return new EventAttributes(
                        SUBJECT + "@" + epoch + "#" + at, SOURCE, EventTypes.EPOCH_BEGUN, at, SUBJECT, Map.of())
                .toHeaders(EventAttributes.JSON);
    }
}
