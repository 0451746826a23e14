package org.jdfwire.store.journal;

import org.jdfwire.contracts.change.Cursor;
import org.springframework.data.annotation.Id;

/** What is read of a change's document to show it. */
record ShownChange(@Id long cursor, String type, String json) {

    JournalEntry entry() {
        return new JournalEntry(new Cursor(cursor), type, json);
    }
}
