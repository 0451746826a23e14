package org.jdfwire.store.journal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.filter.TopicFilter;
import org.jspecify.annotations.Nullable;

/** The changes in MongoDB, collection {@code changes}: {@code _id} is the cursor, {@code json} what every feed shows. */
public final class TopicJournal {
    private static final String ID = "_id";
    private static final String TYPE = "type";
    private static final String JSON = "json";
    private static final String HASH = "hash";
    private static final String RECORDED_AT = "recordedAt";

    private final MongoCollection<Document> changes;

    /** Takes the collection {@code changes} of the database and makes its indexes. */
    public TopicJournal(MongoDatabase database) {
        changes = database.getCollection("changes");
        changes.createIndex(Indexes.ascending(RECORDED_AT));
        changes.createIndex(Indexes.ascending("topicId", ID));
    }

    /**
     * Adds changes in their order; where it fails, those before the failure are kept and none after.
     *
     * @throws com.mongodb.MongoBulkWriteException with error 11000 where a cursor is taken, so another writer is active
     */
    public void append(List<Change> added) {
        if (!added.isEmpty()) {
            changes.insertMany(added.stream().map(TopicJournal::document).toList(), new InsertManyOptions());
        }
    }

    /** Returns the last change, or null for an empty journal. */
    public @Nullable JournalEnd end() {
        Document last = changes.find()
                .sort(Sorts.descending(ID))
                .projection(Projections.include(HASH))
                .first();
        return last == null ? null : new JournalEnd(new Cursor(last.getLong(ID)), last.getString(HASH));
    }

    /**
     * Returns the changes that pass the filter and stand after one place, up to and including another, in their order.
     *
     * @param after the place to go on from
     * @param upTo the last cursor looked at
     * @param limit most changes returned
     */
    public List<JournalEntry> read(Position after, Cursor upTo, TopicFilter filter, int limit) {
        List<Bson> conditions = new ArrayList<>(filter.toConditions());
        conditions.add(Filters.gt(ID, after.value()));
        conditions.add(Filters.lte(ID, upTo.value()));
        return changes.find(Filters.and(conditions))
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .projection(Projections.include(TYPE, JSON))
                .map(TopicJournal::entry)
                .into(new ArrayList<>());
    }

    /** Returns the place before the first change that was recorded at that time or later; null where there is none. */
    public @Nullable Position before(Instant time) {
        Document first = changes.find(Filters.gte(RECORDED_AT, Date.from(time)))
                .sort(Sorts.ascending(ID))
                .projection(Projections.include(ID))
                .first();
        return first == null ? null : Position.before(new Cursor(first.getLong(ID)));
    }

    /** Returns when the last change was recorded; the beginning of 1970 for an empty journal. */
    public Instant updatedAt() {
        Document last = changes.find()
                .sort(Sorts.descending(ID))
                .projection(Projections.include(RECORDED_AT))
                .first();
        return last == null ? Instant.EPOCH : last.getDate(RECORDED_AT).toInstant();
    }

    private static JournalEntry entry(Document document) {
        return new JournalEntry(new Cursor(document.getLong(ID)), document.getString(TYPE), document.getString(JSON));
    }

    private static Document document(Change change) {
        Document document = new Document(ID, change.cursor().value())
                .append(RECORDED_AT, Date.from(change.recordedAt()))
                .append(HASH, change.hash());
        document.putAll(FilterFields.of(change).toDocument());
        return document.append(JSON, JournalEntry.of(change).json());
    }
}
