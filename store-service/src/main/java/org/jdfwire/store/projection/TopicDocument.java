package org.jdfwire.store.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;

/** A topic's state as a document of the collection {@code topics}. */
public final class TopicDocument {
    public static final String ID = StateCollection.ID;
    public static final String CURSOR = StateCollection.CURSOR;
    public static final String WITHDRAWN = "withdrawn";
    public static final String PUBLICATION = "publication";
    public static final String ISSUE = "issue";
    public static final String SECTION = "section";
    public static final String MONTH = "month";
    /** The first day of the first occurrence; the empty string where no date is known, so that it can be sorted by. */
    public static final String FIRST_DAY = "firstDay";

    public static final String JSON = "json";

    private static final String TYPE = "type";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String UPDATED_AT = "updatedAt";
    private static final String CONTENT_HASHES = "contentHashes";

    private TopicDocument() {}

    static Document of(TopicState state) {
        Topic topic = state.topic();
        Document document = new Document(ID, topic.topicId())
                .append(CURSOR, state.cursor().value())
                .append(WITHDRAWN, state.withdrawn())
                .append(PUBLISHED_AT, Date.from(state.publishedAt()))
                .append(UPDATED_AT, Date.from(state.updatedAt()))
                .append(MONTH, month(topic.issue()))
                .append(FIRST_DAY, firstDay(topic.occurred()))
                .append(CONTENT_HASHES, state.contentHashes().stream().sorted().toList());
        document.putAll(FilterFields.of(state.lastType(), topic).toDocument());
        return document.append(JSON, new String(Json.bytes(topic), StandardCharsets.UTF_8));
    }

    /** Reads the state back. */
    public static TopicState read(Document document) {
        return new TopicState(
                Json.read(document.getString(JSON).getBytes(StandardCharsets.UTF_8), Topic.class),
                document.getBoolean(WITHDRAWN),
                new Cursor(document.getLong(CURSOR)),
                ChangeType.of(document.getString(TYPE)),
                instant(document, PUBLISHED_AT),
                instant(document, UPDATED_AT),
                Set.copyOf(document.getList(CONTENT_HASHES, String.class)));
    }

    private static Instant instant(Document document, String name) {
        return document.getDate(name).toInstant();
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
