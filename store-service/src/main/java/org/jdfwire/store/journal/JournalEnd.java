package org.jdfwire.store.journal;

import org.jdfwire.contracts.change.Cursor;

/** The last change of the journal: its cursor and its hash. */
public record JournalEnd(Cursor cursor, String hash) {}
