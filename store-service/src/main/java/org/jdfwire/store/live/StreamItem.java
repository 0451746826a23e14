package org.jdfwire.store.live;

import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a stream sends next.
 *
 * @param position where the subscriber stands after it
 * @param change the change, or null for a heartbeat
 */
public record StreamItem(Position position, @Nullable LiveChange change) {
    static StreamItem of(LiveChange change) {
        return new StreamItem(Position.after(change.cursor()), change);
    }

    static StreamItem heartbeat(Position position) {
        return new StreamItem(position, null);
    }
}
