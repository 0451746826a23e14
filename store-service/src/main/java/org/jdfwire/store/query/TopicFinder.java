package org.jdfwire.store.query;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.projection.TopicDocument;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The latest state of topics. */
public final class TopicFinder {
    private final MongoOperations mongo;

    /** Reads the topics there. */
    public TopicFinder(MongoOperations mongo) {
        this.mongo = mongo;
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
        List<Criteria> conditions = new ArrayList<>(filter.toConditions());
        conditions.add(Criteria.where(TopicDocument.WITHDRAWN).is(false));
        if (after != null) {
            conditions.add(beyond(order, after));
        }
        // one more than asked for tells whether a next page exists
        Query query = Query.query(new Criteria().andOperator(conditions))
                .with(Sort.by(order.direction(), order.field(), TopicDocument.ID))
                .limit(limit + 1);
        List<TopicDocument> documents = mongo.find(query, TopicDocument.class);
        boolean more = documents.size() > limit;
        List<TopicDocument> shown = more ? documents.subList(0, limit) : documents;
        return new Found(
                shown.stream().map(TopicDocument::state).toList(), more ? order.mark(shown.get(limit - 1)) : null);
    }

    /** Returns the topics that pass the filter and were withdrawn after a place. */
    public List<TopicState> withdrawnAfter(Position place, TopicFilter filter) {
        List<Criteria> conditions = new ArrayList<>(filter.toConditions());
        // one that only archives had was never there to be withdrawn
        conditions.add(Criteria.where(FilterFields.TYPE).is(ChangeType.TOPIC_WITHDRAWN));
        conditions.add(Criteria.where(TopicDocument.STATE_CURSOR).gt(place.value()));
        Query query = Query.query(new Criteria().andOperator(conditions))
                .with(Sort.by(Sort.Direction.DESC, TopicDocument.STATE_CURSOR));
        return mongo.find(query, TopicDocument.class).stream()
                .map(TopicDocument::state)
                .toList();
    }

    /** Returns the topic, a withdrawn one too, or null where no change ever named it. */
    public @Nullable TopicState find(String topicId) {
        TopicDocument document = mongo.findById(topicId, TopicDocument.class);
        return document == null ? null : document.state();
    }

    private static Criteria beyond(TopicOrder order, Mark mark) {
        String field = order.field();
        Object value = order.isByCursor() ? (Object) Long.valueOf(mark.value()) : mark.value();
        Criteria further = Criteria.where(field);
        Criteria level = Criteria.where(field).is(value).and(TopicDocument.ID);
        return order.direction().isDescending()
                ? new Criteria().orOperator(further.lt(value), level.lt(mark.topicId()))
                : new Criteria().orOperator(further.gt(value), level.gt(mark.topicId()));
    }
}
