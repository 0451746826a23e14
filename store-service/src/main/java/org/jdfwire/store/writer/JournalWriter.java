package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.ChangeLog;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.projection.LogPosition;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.rules.Chain;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into changes, batch by batch: journal, then states, then position, then {@code jdf.changes}.
 *
 * <p>A crash between any two of these steps is repaired by {@link #recover} and by taking the events after the position
 * it returns once more. What holds that together: a state is never saved before the changes of its batch are in the
 * journal, and the position never before the states.
 *
 * <p>Not thread-safe: one consumer thread calls it.
 */
final class JournalWriter {
    private static final int PAGE = 500;

    private final TopicJournal journal;
    private final Projection projection;
    private final LogPositions positions;
    private final ChangeLog changeLog;
    private final IntUnaryOperator firstEpoch;

    /** Where the writer is, or null where it must recover first. */
    private @Nullable LogPosition position;

    private Chain chain = new Chain(null, null);

    /** The last change that the change log was found to hold; after a rebuild of MongoDB it is ahead of the journal. */
    private Position published = Position.START;

    /** @param firstEpoch the epoch that the log begins in, asked with the newest that readers have cursors of */
    JournalWriter(
            TopicJournal journal,
            Projection projection,
            LogPositions positions,
            ChangeLog changeLog,
            IntUnaryOperator firstEpoch) {
        this.journal = journal;
        this.projection = projection;
        this.positions = positions;
        this.changeLog = changeLog;
        this.firstEpoch = firstEpoch;
    }

    /** Returns the position, or null before {@link #recover} and after {@link #forget}. */
    @Nullable
    LogPosition position() {
        return position;
    }

    /** Drops what is in memory; another writer may be active, or a step may be half done. */
    void forget() {
        position = null;
    }

    /**
     * Repairs what a crash may have left: states behind the journal, changes not published.
     *
     * @param kafkaTopicId the id of {@code jdf.topics} now; another one than known begins the next epoch
     * @return where to go on: at the event after the position
     */
    LogPosition recover(String kafkaTopicId) {
        LogPosition known = positions.load();
        Cursor lastPublished = changeLog.last();
        published = lastPublished == null ? Position.START : Position.after(lastPublished);
        JournalEnd end = journal.end();
        if (end != null) {
            level(known == null ? Position.START : known.inJournal(), end.cursor());
            forEachPage(published, end.cursor(), changeLog::publish);
        }
        LogPosition recovered = known;
        if (known == null) {
            // MongoDB was dropped or is new: what was published tells the epoch that readers have cursors of
            Cursor newest = lastPublished != null || end == null ? lastPublished : end.cursor();
            recovered = LogPosition.start(kafkaTopicId, newest == null ? 0 : firstEpoch.applyAsInt(newest.epoch()));
        } else if (!known.kafkaTopicId().equals(kafkaTopicId)) {
            recovered = LogPosition.start(kafkaTopicId, known.epoch() + 1);
        }
        LogPosition next = Objects.requireNonNull(recovered);
        positions.save(next);
        chain = end == null ? new Chain(null, null) : new Chain(end.cursor(), end.hash());
        position = next;
        return next;
    }

    /**
     * Takes the events, all after the position, and returns the changes they made.
     *
     * @param upTo the offset of the last record of the batch, read or not
     * @throws org.springframework.dao.DataAccessException where a step fails; the writer must then recover before it goes on
     */
    List<Change> take(List<JournalEvent> events, long upTo) {
        LogPosition before = requirePosition();
        // only a batch that came through whole leaves the writer where it may go on without recovering
        position = null;
        Ledger ledger = projection.ledgerFor(events);
        List<Change> changes = new ArrayList<>();
        for (JournalEvent event : events) {
            changes.addAll(chain.append(ledger, event));
        }
        journal.append(changes);
        projection.save(ledger);
        LogPosition after = before.at(upTo);
        positions.save(after);
        changeLog.publish(changes.stream()
                .filter(change -> published.isBefore(change.cursor()))
                .toList());
        position = after;
        return changes;
    }

    /**
     * Goes on in a later epoch, because the log says so at that offset.
     *
     * @throws org.springframework.dao.DataAccessException where the position cannot be saved; the writer must then recover
     */
    void begin(EpochBegun begun, long offset) {
        LogPosition before = requirePosition();
        position = null;
        LogPosition after =
                before.inEpoch(Math.max(before.epoch() + 1, begun.epoch())).at(offset);
        positions.save(after);
        position = after;
    }

    /** Returns whether a change of the last batch was not published before, as most are in a rebuild. */
    boolean isNews(Change change) {
        return published.isBefore(change.cursor());
    }

    private LogPosition requirePosition() {
        LogPosition known = position;
        if (known == null) {
            throw new IllegalStateException("position: unknown (expected: recovered first)");
        }
        return known;
    }

    private void level(Position from, Cursor upTo) {
        forEachPage(from, upTo, changes -> {
            Ledger ledger = projection.ledgerForChanges(changes);
            changes.forEach(ledger::apply);
            projection.save(ledger);
        });
    }

    private void forEachPage(Position from, Cursor upTo, Consumer<List<Change>> step) {
        Position after = from;
        while (true) {
            List<JournalEntry> entries = journal.read(after, upTo, TopicFilter.ALL, PAGE);
            if (entries.isEmpty()) {
                return;
            }
            step.accept(entries.stream().map(JournalEntry::change).toList());
            after = Position.after(entries.get(entries.size() - 1).cursor());
        }
    }
}
