package org.jdfwire.store.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** Encodes an entry of the journal. */
    static LiveChange of(JournalEntry entry) {
        return of(entry.cursor(), entry.type(), entry.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Encodes a change: {@code id} is the cursor, {@code event} the short type, {@code data} the journal's bytes. */
    static LiveChange of(Cursor cursor, String type, byte[] json) {
        byte[] head = ("id: " + cursor + "\nevent: " + type + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        byte[] event = Arrays.copyOf(head, head.length + json.length + 2);
        System.arraycopy(json, 0, event, head.length, json.length);
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        return new LiveChange(cursor, event, head.length);
    }

    /** Returns its line of {@code application/x-ndjson}: the JSON and one line feed, a window on the same bytes. */
    public ByteBuffer line() {
        return ByteBuffer.wrap(sse, json, sse.length - json - 1).slice();
    }
}
