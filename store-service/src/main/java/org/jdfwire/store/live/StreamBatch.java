package org.jdfwire.store.live;

import java.util.List;
import org.jdfwire.store.journal.Position;

/**
 * What a stream sends in one write; the same object goes to every subscriber that is due the same.
 *
 * @param position where the subscriber stands after it
 * @param changes the changes in it, none for a heartbeat
 * @param bytes of the changes, none for a heartbeat; never changed
 */
public record StreamBatch(Position position, List<LiveChange> changes, byte[] bytes) {
    /** A batch is complete with the change that reaches this size; a larger one saves no more, and only waits longer. */
    static final int ENOUGH_BYTES = 128 * 1024;

    private static final byte[] NO_BYTES = {};

    static StreamBatch of(Position position, List<LiveChange> changes, StreamForm form) {
        return new StreamBatch(position, changes, form.join(changes));
    }

    static StreamBatch heartbeat(Position position) {
        return new StreamBatch(position, List.of(), NO_BYTES);
    }

    /** Returns whether it only says where the subscriber stands, in words that are up to whoever writes the stream. */
    public boolean isHeartbeat() {
        return changes.isEmpty();
    }
}
