package org.jdfwire.store.rules;

import java.time.Instant;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;

/** Reads a record of {@code jdf.topics} into an event. */
public final class JournalEventReader {
    /** A page's topics and its issue must find room in the twelve bits that count an event's changes. */
    private static final int MOST_TOPICS = 4000;

    private JournalEventReader() {}

    /**
     * Reads one record.
     *
     * @param first the cursor of the record's first change
     * @param recordedAt its Kafka timestamp
     * @param headers its headers as text
     * @param value its value, JSON
     * @throws IllegalArgumentException where a header or a value is not as the contract says
     * @throws tools.jackson.core.JacksonException where the value is not JSON of that shape
     */
    public static JournalEvent read(Cursor first, Instant recordedAt, Map<String, String> headers, byte[] value) {
        EventAttributes attributes = EventAttributes.fromHeaders(headers);
        JournalEvent.Envelope envelope = new JournalEvent.Envelope(
                first,
                attributes.id(),
                recordedAt,
                attributes.time(),
                Boolean.parseBoolean(attributes.extension(EventAttributes.REPLAYED)));
        JournalEvent event = switch (attributes.type()) {
            case EventTypes.TOPIC_PARSED -> new JournalEvent.TopicRead(envelope, Json.read(value, Topic.class));
            case EventTypes.PAGE_PARSED -> new JournalEvent.PageRead(envelope, manifest(value));
            default ->
                Checks.refuse("ce_type", attributes.type(), EventTypes.TOPIC_PARSED + " or " + EventTypes.PAGE_PARSED);
        };
        observedAtTheTimeOf(event.page(), attributes);
        return event;
    }

    private static PageParsed manifest(byte[] value) {
        PageParsed manifest = Json.read(value, PageParsed.class);
        int topics = manifest.topicIds().size();
        return topics <= MOST_TOPICS ? manifest : Checks.refuse("topicIds", topics, "at most " + MOST_TOPICS);
    }

    private static void observedAtTheTimeOf(PageRef page, EventAttributes attributes) {
        if (!page.fetchedAt().equals(attributes.time())) {
            Checks.refuse("ce_time", attributes.time(), "the page's fetchedAt, " + page.fetchedAt());
        }
    }
}
