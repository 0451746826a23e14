package org.jdfwire.store.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.projection.TopicDocument;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;

/** The latest state of topics. */
public final class TopicFinder {
    private final MongoCollection<Document> topics;

    /** Reads the collection {@code topics} of the database. */
    public TopicFinder(MongoDatabase database) {
        topics = database.getCollection(Projection.TOPICS);
    }

    /**
     * Where one page of a list ended.
     *
     * @param value what the list is sorted by: a cursor or a day
     * @param topicId the last topic shown
     */
    public record Mark(String value, String topicId) {}

    /**
     * One page of a list.
     *
     * @param topics at most the limit
     * @param next where it ended, or null where nothing follows
     */
    public record Found(List<TopicState> topics, @Nullable Mark next) {}

    /** Returns the topics that are there now and pass the filter, after a mark or from the start. */
    public Found find(TopicFilter filter, TopicOrder order, @Nullable Mark after, int limit) {
        List<Bson> conditions = new ArrayList<>(filter.toConditions());
        conditions.add(Filters.eq(TopicDocument.WITHDRAWN, false));
        if (after != null) {
            conditions.add(beyond(order, after));
        }
        // one more than asked for tells whether a next page exists
        List<Document> documents = topics.find(Filters.and(conditions))
                .sort(sort(order))
                .limit(limit + 1)
                .into(new ArrayList<>());
        boolean more = documents.size() > limit;
        List<Document> shown = more ? documents.subList(0, limit) : documents;
        return new Found(
                shown.stream().map(TopicDocument::read).toList(), more ? mark(order, shown.get(limit - 1)) : null);
    }

    /** Returns the topic, a withdrawn one too, or null where no change ever named it. */
    public @Nullable TopicState find(String topicId) {
        Document document = topics.find(Filters.eq(TopicDocument.ID, topicId)).first();
        return document == null ? null : TopicDocument.read(document);
    }

    private static Bson sort(TopicOrder order) {
        return order.isDescending()
                ? Sorts.descending(order.field(), TopicDocument.ID)
                : Sorts.ascending(order.field(), TopicDocument.ID);
    }

    private static Bson beyond(TopicOrder order, Mark mark) {
        String field = order.field();
        Object value = field.equals(TopicDocument.CURSOR) ? (Object) Long.valueOf(mark.value()) : mark.value();
        return order.isDescending()
                ? Filters.or(
                        Filters.lt(field, value),
                        Filters.and(Filters.eq(field, value), Filters.lt(TopicDocument.ID, mark.topicId())))
                : Filters.or(
                        Filters.gt(field, value),
                        Filters.and(Filters.eq(field, value), Filters.gt(TopicDocument.ID, mark.topicId())));
    }

    private static Mark mark(TopicOrder order, Document document) {
        return new Mark(String.valueOf(document.get(order.field())), document.getString(TopicDocument.ID));
    }
}
