package org.jdfwire.store.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.rules.Timeline;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.IndexDirection;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A topic's state as a document of the collection {@code topics}.
 *
 * @param id the topic's
 * @param cursor its last change
 * @param stateCursor the change that made its present state
 * @param withdrawn whether it is gone
 * @param publishedAt when its first change was recorded, to the millisecond
 * @param updatedAt when its present state was recorded, to the millisecond
 * @param month of its issue, or the empty string where none is known
 * @param firstDay of its first occurrence; the empty string where no date is known, so that it can be sorted by
 * @param timeline what it said when, JSON: a date of MongoDB would lose the microseconds
 * @param fields what it can be found by, members of the document itself
 * @param json the topic
 */
@Document("topics")
@CompoundIndex(def = "{'issue': 1, 'section': 1}")
@CompoundIndex(def = "{'firstDay': -1, '_id': -1}")
public record TopicDocument(
        @MongoId String id,
        long cursor,

        @Indexed(direction = IndexDirection.DESCENDING, useGeneratedName = true)
        long stateCursor,

        boolean withdrawn,
        Instant publishedAt,
        Instant updatedAt,
        String month,
        String firstDay,
        String timeline,
        @Unwrapped.Empty FilterFields fields,
        String json)
        implements StateDocument {

    public static final String ID = StateCollection.ID;
    public static final String STATE_CURSOR = "stateCursor";
    public static final String WITHDRAWN = "withdrawn";
    public static final String PUBLICATION = "publication";
    public static final String ISSUE = "issue";
    public static final String FIRST_DAY = "firstDay";

    static TopicDocument of(TopicState state) {
        Topic topic = state.topic();
        return new TopicDocument(
                topic.topicId(),
                state.cursor().value(),
                state.stateCursor().value(),
                state.withdrawn(),
                state.publishedAt(),
                state.updatedAt(),
                month(topic.issue()),
                firstDay(topic.occurred()),
                text(state.timeline()),
                FilterFields.of(state.stateType(), topic),
                text(topic));
    }

    /** Reads the state back. */
    public TopicState state() {
        return new TopicState(
                Json.read(json.getBytes(StandardCharsets.UTF_8), Topic.class),
                new Cursor(cursor),
                new Cursor(stateCursor),
                fields.type(),
                publishedAt,
                updatedAt,
                Json.read(timeline.getBytes(StandardCharsets.UTF_8), Timeline.class));
    }

    private static String text(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static String month(@Nullable IssueRef issue) {
        return issue == null || issue.month() == null ? "" : issue.month().toString();
    }

    private static String firstDay(List<Occurrence> occurred) {
        return occurred.stream()
                .map(Occurrence::start)
                .min(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("");
    }
}
