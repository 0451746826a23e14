package org.jdfwire.store.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The changes in MongoDB, each a {@link ChangeDocument}. */
public final class TopicJournal {
    private static final Sort FIRST_TO_LAST = Sort.by(ChangeDocument.ID);
    private static final Sort LAST_TO_FIRST = FIRST_TO_LAST.descending();

    private final MongoOperations mongo;

    /** Keeps the changes there. */
    public TopicJournal(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What is read of a change to know where and when it is. */
    private record Place(@Id long cursor, Instant recordedAt, String hash) {}

    /**
     * Adds changes in their order; where it fails, those before the failure are kept and none after.
     *
     * @throws org.springframework.dao.DuplicateKeyException where a cursor is taken, so another writer is active
     */
    public void append(List<Change> added) {
        if (!added.isEmpty()) {
            // one ordered bulk insert
            mongo.insert(added.stream().map(ChangeDocument::of).toList(), ChangeDocument.class);
        }
    }

    /** Returns how many changes there are, as MongoDB's books have it. */
    public long size() {
        return mongo.estimatedCount(ChangeDocument.class);
    }

    /** Returns the last change, or null for an empty journal. */
    public @Nullable JournalEnd end() {
        Place last = first(new Query().with(LAST_TO_FIRST));
        return last == null ? null : new JournalEnd(new Cursor(last.cursor()), last.hash());
    }

    /**
     * Returns the changes that pass the filter and stand after one place, up to and including another, in their order.
     *
     * @param after the place to go on from
     * @param upTo the last cursor looked at
     * @param limit most changes returned
     */
    public List<JournalEntry> read(Position after, Cursor upTo, TopicFilter filter, int limit) {
        Query query = query(after, upTo, filter).limit(limit);
        return mongo.query(ChangeDocument.class).as(ShownChange.class).matching(query).all().stream()
                .map(ShownChange::entry)
                .toList();
    }

    /** Returns the same changes to be read a piece at a time; to be closed. */
    public JournalCursor open(Position after, Cursor upTo, TopicFilter filter, int piece) {
        Query query = query(after, upTo, filter).cursorBatchSize(piece);
        return new JournalCursor(mongo.query(ChangeDocument.class).as(ShownChange.class).matching(query).stream());
    }

    private static Query query(Position after, Cursor upTo, TopicFilter filter) {
        List<Criteria> conditions = new ArrayList<>(filter.toConditions());
        conditions.add(Criteria.where(ChangeDocument.ID).gt(after.value()).lte(upTo.value()));
        return Query.query(new Criteria().andOperator(conditions)).with(FIRST_TO_LAST);
    }

    /** Returns whether a change has that cursor. */
    public boolean has(Cursor cursor) {
        return mongo.exists(Query.query(Criteria.where(ChangeDocument.ID).is(cursor.value())), ChangeDocument.class);
    }

    /** Returns the last change that passes the filter and stands between two places; null where there is none. */
    public @Nullable Cursor last(Position after, Cursor before, TopicFilter filter) {
        List<Criteria> conditions = new ArrayList<>(filter.toConditions());
        conditions.add(Criteria.where(ChangeDocument.ID).gt(after.value()).lt(before.value()));
        Place last = first(Query.query(new Criteria().andOperator(conditions)).with(LAST_TO_FIRST));
        return last == null ? null : new Cursor(last.cursor());
    }

    /**
     * Returns the place before the first change that was recorded at that time or later: after the change before it, or
     * the start. Null where there is no such change.
     */
    public @Nullable Position before(Instant time) {
        Place first =
                first(Query.query(Criteria.where(ChangeDocument.RECORDED_AT).gte(time))
                        .with(FIRST_TO_LAST));
        if (first == null) {
            return null;
        }
        // a reader may be given it as a cursor, and a cursor is a change's
        Cursor previous = last(Position.START, new Cursor(first.cursor()), TopicFilter.ALL);
        return previous == null ? Position.START : Position.after(previous);
    }

    /** Returns the place after the last change that was recorded by that time, that moment included. */
    public Position asOf(Instant time) {
        Place next = first(
                Query.query(Criteria.where(ChangeDocument.RECORDED_AT).gt(time)).with(FIRST_TO_LAST));
        if (next != null) {
            return Position.before(new Cursor(next.cursor()));
        }
        JournalEnd end = end();
        return end == null ? Position.START : Position.after(end.cursor());
    }

    /** Returns when the last change was recorded; the beginning of 1970 for an empty journal. */
    public Instant updatedAt() {
        Place last = first(new Query().with(LAST_TO_FIRST));
        return last == null ? Instant.EPOCH : last.recordedAt();
    }

    private @Nullable Place first(Query query) {
        return mongo.query(ChangeDocument.class).as(Place.class).matching(query).firstValue();
    }
}
