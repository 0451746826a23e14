package org.jdfwire.store.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdfwire.store.journal.Position;

/** How a stream is written. */
public enum StreamForm {
    /** The HTML standard's {@code text/event-stream}; a heartbeat is an event of that name with the cursor as its id. */
    SSE {
        @Override
        int size(LiveChange change) {
            return change.sse().length;
        }

        @Override
        void copy(LiveChange change, byte[] to, int at) {
            System.arraycopy(change.sse(), 0, to, at, change.sse().length);
        }

        @Override
        byte[] heartbeat(Position position) {
            // before the first change there is no cursor to go on from, and a client must not forget the one it may
            // have
            String id = position.equals(Position.START) ? "" : "id: " + position.value() + '\n';
            return bytes(id + "event: heartbeat\ndata: {}\n\n");
        }
    },

    /** {@code application/x-ndjson}; a heartbeat is {@code {"heartbeat":"<cursor>"}}, a member that no change has. */
    NDJSON {
        @Override
        int size(LiveChange change) {
            return change.line().remaining();
        }

        @Override
        void copy(LiveChange change, byte[] to, int at) {
            change.line().get(to, at, size(change));
        }

        @Override
        byte[] heartbeat(Position position) {
            String cursor = position.equals(Position.START) ? "null" : "\"" + position.value() + '"';
            return bytes("{\"heartbeat\":" + cursor + "}\n");
        }
    };

    /** Returns how many bytes a change has in this form. */
    abstract int size(LiveChange change);

    abstract void copy(LiveChange change, byte[] to, int at);

    /** Returns what tells a client that nothing happened up to a position. */
    abstract byte[] heartbeat(Position position);

    /** Returns the changes, one after the other. */
    byte[] join(List<LiveChange> changes) {
        byte[] joined = new byte[changes.stream().mapToInt(this::size).sum()];
        int at = 0;
        for (LiveChange change : changes) {
            copy(change, joined, at);
            at += size(change);
        }
        return joined;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
