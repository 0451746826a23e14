package org.jdfwire.store.projection;

import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.Position;

/**
 * How far the projection is: every event of {@code jdf.topics} up to here has its changes in the journal and its states
 * saved.
 *
 * @param kafkaTopicId the id that Kafka gave {@code jdf.topics}; another one means another log
 * @param epoch of the cursors; it rises with another id, and where the log says so ({@code EpochBegun})
 * @param offset of the last event taken, or -1 before the first
 */
public record LogPosition(String kafkaTopicId, int epoch, long offset) {
    public LogPosition {
        Checks.text("kafkaTopicId", kafkaTopicId);
        Checks.atLeast(0, "epoch", epoch);
    }

    /** Returns the position before the first event of a log. */
    public static LogPosition start(String kafkaTopicId, int epoch) {
        return new LogPosition(kafkaTopicId, epoch, -1);
    }

    /** Returns this position moved to another event of the same log. */
    public LogPosition at(long newOffset) {
        return new LogPosition(kafkaTopicId, epoch, newOffset);
    }

    /** Returns this position in another epoch. */
    public LogPosition inEpoch(int newEpoch) {
        return new LogPosition(kafkaTopicId, newEpoch, offset);
    }

    /** Returns the offset of the next event. */
    public long next() {
        return offset + 1;
    }

    /** Returns the place in the journal after all changes of the events up to here. */
    public Position inJournal() {
        return Position.before(cursorAt(next()));
    }

    /** Returns the cursor of the first change that an event at that offset makes. */
    public Cursor cursorAt(long eventOffset) {
        return Cursor.of(epoch, eventOffset, 0);
    }
}
