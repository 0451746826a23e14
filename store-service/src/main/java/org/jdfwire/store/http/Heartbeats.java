package org.jdfwire.store.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jdfwire.store.canary.CanaryWatch;
import org.jdfwire.store.journal.Position;

/**
 * What a stream says while there is nothing to say: how far its reader is, and when the last canary came through, so that
 * a reader can tell a quiet feed from a broken one.
 *
 * <p>As an event {@code heartbeat} with the newest cursor as its id and {@code {"canary":"<time>"}} as its data, or as a
 * line {@code {"heartbeat":"<cursor>","canary":"<time>"}}; {@code canary} is absent before the first. Before the first
 * change there is no id, and the line has {@code "heartbeat":null}.
 */
final class Heartbeats {
    private final CanaryWatch canaries;

    Heartbeats(CanaryWatch canaries) {
        this.canaries = canaries;
    }

    ByteBuffer event(Position position) {
        // before the first change there is no cursor to go on from, and a client must not forget the one it may have
        String id = position.equals(Position.START) ? "" : "id: " + position.value() + '\n';
        return bytes(id + "event: heartbeat\ndata: {" + canary("") + "}\n\n");
    }

    ByteBuffer line(Position position) {
        String cursor = position.equals(Position.START) ? "null" : "\"" + position.value() + '"';
        return bytes("{\"heartbeat\":" + cursor + canary(",") + "}\n");
    }

    private String canary(String separator) {
        CanaryWatch.Arrival last = canaries.last();
        return last == null ? "" : separator + "\"canary\":\"" + last.lastArrivalAt() + '"';
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
