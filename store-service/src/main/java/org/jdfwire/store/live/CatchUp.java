package org.jdfwire.store.live;

import java.util.List;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;

/** The way of a stream through the journal up to where the tail goes on; its calls block. */
final class CatchUp {
    private static final int PAGE = 256;

    private final TopicJournal journal;
    private final Horizons horizons;
    private final LiveTail tail;

    CatchUp(TopicJournal journal, Horizons horizons, LiveTail tail) {
        this.journal = journal;
        this.horizons = horizons;
        this.tail = tail;
    }

    /**
     * A piece of the journal.
     *
     * @param changes those that pass the filter
     * @param end where the stream stands after them, changes that its filter holds back included
     * @param began how far the tail was when the catching up began
     * @param goal where the catching up ends, or null where this is the last page of it
     * @param trimmed whether what was wanted is no longer kept; then there are no changes
     */
    record Page(List<LiveChange> changes, Position end, LiveTail.Mark began, @Nullable Cursor goal, boolean trimmed) {}

    /** Reads the first page of a catching up; it ends at what is the journal's end now. */
    Page begin(Position after, TopicFilter filter) {
        // before the journal is read, so that a restart during the reading is not missed
        LiveTail.Mark began = tail.mark();
        JournalEnd end = journal.end();
        return end == null
                ? new Page(List.of(), after, began, null, false)
                : read(after, filter, began, end.cursor());
    }

    /** Reads the page after one that was not the last. */
    Page read(Position after, TopicFilter filter, LiveTail.Mark began, Cursor goal) {
        List<JournalEntry> entries = journal.read(after, goal, filter, PAGE);
        // looked at afterwards, since a trim moves the horizon before it removes anything
        Horizon horizon = horizons.load();
        if (horizon != null && horizon.cuts(after)) {
            return new Page(List.of(), after, began, null, true);
        }
        List<LiveChange> changes = entries.stream().map(LiveChange::of).toList();
        if (entries.size() == PAGE) {
            return new Page(changes, Position.after(entries.get(PAGE - 1).cursor()), began, goal, false);
        }
        // the filter may hold back the last ones; the goal can lie before a position that came from the tail
        Position end = after.isBefore(goal) ? Position.after(goal) : after;
        return new Page(changes, end, began, null, false);
    }
}
