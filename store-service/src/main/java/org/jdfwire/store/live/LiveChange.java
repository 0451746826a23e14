package org.jdfwire.store.live;

import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.JournalEntry;

/**
 * A change in the form in which a stream sends it.
 *
 * @param cursor its place
 * @param sse its event in the HTML standard's {@code text/event-stream}; shared by all subscribers, never changed
 */
public record LiveChange(Cursor cursor, byte[] sse) {

    /** Encodes a change: {@code id} is the cursor, {@code event} the short type, {@code data} the journal's bytes. */
    static LiveChange of(JournalEntry entry) {
        String event = "id: " + entry.cursor() + "\nevent: " + entry.type() + "\ndata: " + entry.json() + "\n\n";
        return new LiveChange(entry.cursor(), event.getBytes(StandardCharsets.UTF_8));
    }
}
