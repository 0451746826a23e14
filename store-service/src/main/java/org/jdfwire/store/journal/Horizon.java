package org.jdfwire.store.journal;

import java.time.Instant;
import org.jdfwire.contracts.change.Cursor;

/**
 * Where the retained journal begins, once it was trimmed.
 *
 * @param last the last change that was trimmed; some before it are kept, as the latest state of a topic, but no feed
 *     can go on from a place before it
 * @param recordedAt when that change was recorded
 * @param hash of that change: the {@code previousHash} of the first that is retained
 */
public record Horizon(Cursor last, Instant recordedAt, String hash) {

    /** Returns the first place that a feed can go on from. */
    public Position position() {
        return Position.after(last);
    }

    /** Returns whether changes after the place are missing. */
    public boolean cuts(Position position) {
        return position.isBefore(last);
    }
}
