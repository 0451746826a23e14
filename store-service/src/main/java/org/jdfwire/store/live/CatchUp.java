package org.jdfwire.store.live;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalCursor;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;

/** The way of a stream through the journal up to where the tail goes on; its calls block. */
final class CatchUp {
    static final int PAGE = 256;
    /** MongoDB forgets a cursor that is not used for ten minutes; the place is then looked for again. */
    static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private static final Cursor LAST = new Cursor(Long.MAX_VALUE);

    private final TopicJournal journal;
    private final Horizons horizons;
    private final LiveTail tail;
    private final LongSupplier nanoTime;

    /** @param nanoTime as {@link System#nanoTime} */
    CatchUp(TopicJournal journal, Horizons horizons, LiveTail tail, LongSupplier nanoTime) {
        this.journal = journal;
        this.horizons = horizons;
        this.tail = tail;
        this.nanoTime = nanoTime;
    }

    /**
     * What is read at once.
     *
     * @param changes those that pass the filter
     * @param end where the stream stands after them, changes that its filter holds back included
     * @param rest what comes after them, or null where this is the last page; to be closed
     * @param trimmed whether what was wanted is no longer kept; then there are no changes
     */
    record Page(
            List<LiveChange> changes,
            Position end,
            @Nullable Rest rest,
            LiveTail.Mark began,
            boolean trimmed) {}

    /**
     * The rest of a catching up.
     *
     * @param cursor what is still to be read
     * @param began where the tail was when the catching up began
     * @param goal the journal's end at that time, or null where no filter can hold the last changes back: then what is
     *     read last is the end
     * @param readAt when it was last read, as {@link System#nanoTime}
     */
    record Rest(
            JournalCursor cursor,
            LiveTail.Mark began,
            @Nullable Cursor goal,
            long readAt) {}

    /** Reads the first page of a catching up; it ends at what is the journal's end now. */
    Page begin(Position after, TopicFilter filter) {
        // before the journal is read, so that a restart during the reading is not missed
        LiveTail.Mark began = tail.mark();
        if (filter.equals(TopicFilter.ALL)) {
            // an embedded database finds the end by reading everything
            return read(after, new Rest(journal.open(after, LAST, filter, PAGE), began, null, nanoTime.getAsLong()));
        }
        JournalEnd end = journal.end();
        if (end == null) {
            return new Page(List.of(), after, null, began, false);
        }
        JournalCursor cursor = journal.open(after, end.cursor(), filter, PAGE);
        return read(after, new Rest(cursor, began, end.cursor(), nanoTime.getAsLong()));
    }

    /** Reads the page after one that was not the last; as if it began there, where its cursor has rested for too long. */
    Page goOn(Position after, TopicFilter filter, Rest rest) {
        if (nanoTime.getAsLong() - rest.readAt() > LONGEST_REST.toNanos()) {
            rest.cursor().close();
            return begin(after, filter);
        }
        return read(after, rest);
    }

    private Page read(Position after, Rest rest) {
        List<JournalEntry> entries = rest.cursor().next(PAGE);
        // looked at afterwards, since a trim moves the horizon before it removes anything
        Horizon horizon = horizons.load();
        if (horizon != null && horizon.cuts(after)) {
            rest.cursor().close();
            return new Page(List.of(), after, null, rest.began(), true);
        }
        List<LiveChange> changes = entries.stream().map(LiveChange::of).toList();
        if (entries.size() == PAGE) {
            Position end = Position.after(entries.get(PAGE - 1).cursor());
            Rest next = new Rest(rest.cursor(), rest.began(), rest.goal(), nanoTime.getAsLong());
            return new Page(changes, end, next, rest.began(), false);
        }
        rest.cursor().close();
        return new Page(changes, end(after, entries, rest.goal()), null, rest.began(), false);
    }

    private static Position end(Position after, List<JournalEntry> entries, @Nullable Cursor goal) {
        if (goal != null) {
            // the filter may hold back the last ones; the goal can lie before a position that came from the tail
            return after.isBefore(goal) ? Position.after(goal) : after;
        }
        return entries.isEmpty()
                ? after
                : Position.after(entries.get(entries.size() - 1).cursor());
    }
}
