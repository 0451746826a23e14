package org.jdfwire.store.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.feed.AtomFeed;
import org.jdfwire.store.feed.FeedEntry;
import org.jdfwire.store.feed.FeedRange;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;

/** The archive documents of the Atom feed: which there are, and what is in one. */
final class FeedArchives {
    private final TopicJournal journal;
    private final Horizons horizons;

    FeedArchives(TopicJournal journal, Horizons horizons) {
        this.journal = journal;
        this.horizons = horizons;
    }

    /**
     * What is in one archive document.
     *
     * @param entries the last state of each topic that changed in the range, the last changed first
     * @param updated when the last change of the range was recorded, or the beginning of 1970 where there is none
     */
    record Archive(FeedRange range, List<FeedEntry> entries, Instant updated, AtomFeed.Neighbors neighbors) {}

    /** Returns the place up to which the archives go: before the range that the next change may still be in. */
    Position archived() {
        JournalEnd end = journal.end();
        return end == null ? Position.START : FeedRange.of(end.cursor()).before();
    }

    /** Returns the last range up to a place that has changes which pass the filter; null where there is none. */
    @Nullable
    FeedRange before(Position place, TopicFilter filter) {
        Cursor last = journal.last(retained(), new Cursor(place.value() + 1), filter);
        FeedRange range = last == null ? null : FeedRange.of(last);
        // of a range that was trimmed in part the document is no longer complete
        return range == null || isTrimmed(range) ? null : range;
    }

    /** Returns a document; a {@link Problem} where there is none of that name, none yet, or no longer. */
    Archive read(String name, TopicFilter filter) {
        FeedRange range = range(name);
        Position archived = archived();
        if (range == null || archived.isBefore(range.last())) {
            throw Problem.unknown("archive", name);
        }
        Horizon horizon = horizons.load();
        if (horizon != null && horizon.cuts(range.before())) {
            throw Problem.trimmed("archive", name, horizon);
        }
        List<Change> changes = journal.read(range.before(), range.last(), filter, Integer.MAX_VALUE).stream()
                .map(JournalEntry::change)
                .filter(FeedArchives::setsAState)
                .toList();
        Instant updated = changes.isEmpty()
                ? Instant.EPOCH
                : changes.get(changes.size() - 1).recordedAt();
        return new Archive(
                range,
                entries(changes),
                updated,
                new AtomFeed.Neighbors(before(range.before(), filter), after(range, archived, filter)));
    }

    private @Nullable FeedRange after(FeedRange range, Position archived, TopicFilter filter) {
        List<JournalEntry> next = journal.read(Position.after(range.last()), new Cursor(archived.value()), filter, 1);
        return next.isEmpty() ? null : FeedRange.of(next.get(0).cursor());
    }

    private Position retained() {
        Horizon horizon = horizons.load();
        return horizon == null ? Position.START : horizon.position();
    }

    private boolean isTrimmed(FeedRange range) {
        Horizon horizon = horizons.load();
        return horizon != null && horizon.cuts(range.before());
    }

    private static List<FeedEntry> entries(List<Change> changes) {
        Map<String, FeedEntry> last = new LinkedHashMap<>();
        for (Change change : changes) {
            // put anew, so that the order is that of the last changes
            last.remove(change.key());
            last.put(change.key(), FeedEntry.of(change));
        }
        List<FeedEntry> entries = new ArrayList<>(last.values());
        Collections.reverse(entries);
        return entries;
    }

    /** A backfilled content would be the newest that a reader sees, though it never was the present one. */
    private static boolean setsAState(Change change) {
        return change.topic() != null && change.type() != ChangeType.TOPIC_BACKFILLED;
    }

    private static @Nullable FeedRange range(String name) {
        try {
            return new FeedRange(Cursor.parse(name).value());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
