package org.jdfwire.store.feed;

import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.Position;

/**
 * The cursors that one archive document of the Atom feed is about: those of {@value #EVENTS} events, whether they made
 * changes or not. Where it begins and ends depends on nothing else, so a document is complete as soon as there is a
 * change after it, and stays as it is.
 *
 * @param start value of the first cursor, a multiple of {@link #SPAN}
 */
public record FeedRange(long start) {
    private static final int EVENTS = 128;
    private static final long SPAN = Cursor.of(0, EVENTS, 0).value();

    public FeedRange {
        if (start < 0 || start % SPAN != 0) {
            Checks.refuse("archive", start, "a multiple of " + SPAN);
        }
    }

    /** Returns the range that a cursor is in. */
    public static FeedRange of(Cursor cursor) {
        return new FeedRange(cursor.value() - cursor.value() % SPAN);
    }

    /** Returns the place before the range. */
    public Position before() {
        return new Position(start - 1);
    }

    /** Returns the first cursor. */
    public Cursor first() {
        return new Cursor(start);
    }

    /** Returns the last cursor. */
    public Cursor last() {
        return new Cursor(start + SPAN - 1);
    }
}
