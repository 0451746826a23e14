package org.jdfwire.store.journal;

import java.util.List;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The changes of one topic; each call is one range of the index {@code {topicId, _id}}. */
public final class TopicHistory {
    private static final Sort FIRST_TO_LAST = Sort.by(ChangeDocument.ID);

    private final MongoOperations mongo;

    /** Reads the changes there. */
    public TopicHistory(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Returns the topic's changes after a place, in their order, at most so many. */
    public List<JournalEntry> read(String topicId, Position after, int limit) {
        Query query = Query.query(of(topicId).and(ChangeDocument.ID).gt(after.value()))
                .with(FIRST_TO_LAST)
                .limit(limit);
        return mongo.query(ChangeDocument.class).as(ShownChange.class).matching(query).all().stream()
                .map(ShownChange::entry)
                .toList();
    }

    /** Returns the change with that cursor, or null where the topic has none. */
    public @Nullable JournalEntry at(String topicId, Cursor cursor) {
        return last(of(topicId).and(ChangeDocument.ID).is(cursor.value()));
    }

    /** Returns the topic's last change, or null where it has none. */
    public @Nullable JournalEntry last(String topicId) {
        return last(of(topicId));
    }

    /** Returns the topic's last change before that cursor, or null where it has none. */
    public @Nullable JournalEntry before(String topicId, Cursor cursor) {
        return last(of(topicId).and(ChangeDocument.ID).lt(cursor.value()));
    }

    private @Nullable JournalEntry last(Criteria which) {
        ShownChange last = mongo.query(ChangeDocument.class)
                .as(ShownChange.class)
                .matching(Query.query(which).with(FIRST_TO_LAST.descending()))
                .firstValue();
        return last == null ? null : last.entry();
    }

    private static Criteria of(String topicId) {
        return Criteria.where(ChangeDocument.TOPIC_ID).is(topicId);
    }
}
