package org.jdfwire.store.journal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way through the journal that is read a piece at a time and by one thread after the other.
 *
 * <p>It is one query, however long the way: MongoDB does not look for the place again at each piece, which an embedded one
 * does by reading everything.
 */
public final class JournalCursor implements AutoCloseable {
    private final Stream<ShownChange> found;
    private final Iterator<ShownChange> next;

    JournalCursor(Stream<ShownChange> found) {
        this.found = found;
        next = found.iterator();
    }

    /** Returns the next changes; fewer than asked for are the last. */
    public List<JournalEntry> next(int most) {
        List<JournalEntry> entries = new ArrayList<>();
        while (entries.size() < most && next.hasNext()) {
            entries.add(next.next().entry());
        }
        return entries;
    }

    @Override
    public void close() {
        found.close();
    }
}
