package org.jdfwire.store.live;

import java.util.List;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a stream sends in one write; the same object goes to every subscriber that is due the same.
 *
 * @param position where the subscriber stands after it
 * @param changes the changes in it, none for a heartbeat
 * @param chunk the changes as they are sent, or null for a heartbeat, whose words are up to whoever writes the stream
 */
public record StreamBatch(
        Position position,
        List<LiveChange> changes,
        @Nullable Chunk chunk) {
    /** A batch is complete with the change that reaches this size; a larger one saves no more, and only waits longer. */
    static final int ENOUGH_BYTES = 128 * 1024;

    static StreamBatch of(Position position, List<LiveChange> changes, StreamForm form) {
        return new StreamBatch(position, changes, Chunk.of(form.join(changes)));
    }

    static StreamBatch heartbeat(Position position) {
        return new StreamBatch(position, List.of(), null);
    }
}
