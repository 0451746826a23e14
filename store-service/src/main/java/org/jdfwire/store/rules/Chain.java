package org.jdfwire.store.rules;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/** The end of the journal: gives the changes of each event their cursor and their place in the hash chain. */
public final class Chain {
    private @Nullable Cursor last;
    private String lastHash;

    /** Goes on after the last change of the journal; both are null for an empty one. */
    public Chain(@Nullable Cursor last, @Nullable String lastHash) {
        this.last = last;
        this.lastHash = lastHash == null ? Change.NO_HASH : lastHash;
    }

    /**
     * Returns the changes that an event makes and brings the ledger past it.
     *
     * <p>The journal holds all changes of the events before its last one, so an event that stands before it makes none;
     * of the last one itself it may lack some, and those are numbered on.
     */
    public List<Change> append(Ledger ledger, JournalEvent event) {
        List<Change> changes = new ArrayList<>();
        if (last == null || last.compareTo(firstAfter(event)) < 0) {
            int n = isLastEvent(event) && last != null ? last.n() + 1 : 0;
            for (Draft draft : ChangeRules.changes(ledger, event)) {
                Change change = place(draft, event, n++);
                ledger.apply(change);
                changes.add(change);
            }
        }
        if (event instanceof JournalEvent.PageRead manifest) {
            ledger.observe(manifest);
        }
        return changes;
    }

    private Change place(Draft draft, JournalEvent event, int n) {
        Cursor cursor = Cursor.of(event.cursor().epoch(), event.cursor().offset(), n);
        Topic topic = draft.topic();
        Change change = new Change(
                        cursor,
                        draft.type(),
                        event.envelope().id() + "#" + n,
                        event.envelope().recordedAt(),
                        event.observedAt(),
                        topic == null ? null : topic.topicId(),
                        topic,
                        draft.issue(),
                        draft.patch(),
                        draft.absent(),
                        draft.until(),
                        event.page(),
                        event.parser(),
                        Change.NO_HASH,
                        Change.NO_HASH)
                .chainedTo(lastHash);
        last = cursor;
        lastHash = change.hash();
        return change;
    }

    private boolean isLastEvent(JournalEvent event) {
        return last != null
                && last.epoch() == event.cursor().epoch()
                && last.offset() == event.cursor().offset();
    }

    private static Cursor firstAfter(JournalEvent event) {
        return Cursor.of(event.cursor().epoch(), event.cursor().offset() + 1, 0);
    }
}
