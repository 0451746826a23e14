package org.jdfwire.store.journal;

import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;

/**
 * A change as every feed shows it.
 *
 * @param cursor its place
 * @param type short form, such as {@code topic.created}
 * @param json its exact text
 */
public record JournalEntry(Cursor cursor, String type, String json) {

    /** Writes a change. */
    public static JournalEntry of(Change change) {
        return new JournalEntry(
                change.cursor(), change.type().text(), new String(Json.bytes(change), StandardCharsets.UTF_8));
    }

    /** Reads the change back. */
    public Change change() {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Change.class);
    }
}
