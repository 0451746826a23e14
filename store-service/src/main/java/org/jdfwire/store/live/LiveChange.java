package org.jdfwire.store.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.JournalEntry;

/**
 * A change in the forms in which the streams send it, encoded once and shared by all subscribers.
 *
 * @param cursor its place
 * @param sse its event in the HTML standard's {@code text/event-stream}; never changed
 * @param json where in the event the change's JSON begins
 */
public record LiveChange(Cursor cursor, byte[] sse, int json) {

    /** Encodes a change: {@code id} is the cursor, {@code event} the short type, {@code data} the journal's bytes. */
    static LiveChange of(JournalEntry entry) {
        byte[] head =
                ("id: " + entry.cursor() + "\nevent: " + entry.type() + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        byte[] data = (entry.json() + "\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] event = new byte[head.length + data.length];
        System.arraycopy(head, 0, event, 0, head.length);
        System.arraycopy(data, 0, event, head.length, data.length);
        return new LiveChange(entry.cursor(), event, head.length);
    }

    /** Returns its line of {@code application/x-ndjson}: the JSON and one line feed, a window on the same bytes. */
    public ByteBuffer line() {
        return ByteBuffer.wrap(sse, json, sse.length - json - 1).slice();
    }
}
