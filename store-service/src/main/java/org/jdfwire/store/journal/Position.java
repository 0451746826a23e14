package org.jdfwire.store.journal;

import org.jdfwire.contracts.change.Cursor;

/**
 * A place between changes: after one cursor, or before them all.
 *
 * @param value the cursor's value, or -1 before the first change, whose cursor may be 0
 */
public record Position(long value) {
    /** Before every change. */
    public static final Position START = new Position(-1);

    /** Returns the place just after a change. */
    public static Position after(Cursor cursor) {
        return new Position(cursor.value());
    }

    /** Returns the place just before a change. */
    public static Position before(Cursor cursor) {
        return new Position(cursor.value() - 1);
    }

    /** Returns whether the change stands after this place. */
    public boolean isBefore(Cursor cursor) {
        return value < cursor.value();
    }
}
