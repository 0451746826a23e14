package org.jdfwire.store.document;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.canary.CanaryArrived;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One sort of message on Kafka: a CloudEvent in binary mode.
 *
 * @param name of the sort
 * @param destination where it travels
 * @param source the value of {@code ce_source}
 * @param types the values that {@code ce_type} may have
 * @param key what the record's key is
 * @param payload the record whose JSON the value is, or null where it is a page's bytes
 * @param required further attributes that each has, by name with the schema of the header
 * @param optional those that it may have
 */
record KafkaMessage(
        String name,
        String destination,
        String source,
        List<String> types,
        String key,
        @Nullable Class<?> payload,
        Map<String, ObjectNode> required,
        Map<String, ObjectNode> optional) {
    private static final String FETCHER = "/jdfwire/fetcher";
    private static final String PARSER = "/jdfwire/parser";
    private static final String STORE = "/jdfwire/store";
    private static final String OPERATOR = "/jdfwire/operator";
    private static final String URL = "Canonical URL of the page.";
    private static final ObjectNode TEXT = Parameter.text();
    private static final ObjectNode SHA256 = Parameter.matching("^[0-9a-f]{64}$");
    private static final ObjectNode TIME = Parameter.text("date-time");
    private static final ObjectNode CONTENT_HASH = Parameter.matching("^sha256:[0-9a-f]{64}$");
    private static final Map<String, ObjectNode> OF_A_PAGE = ordered(
            EventAttributes.REPLAYED, Parameter.choice("true"),
            EventAttributes.PAGE_PUBLISHED, TIME,
            EventAttributes.CANARY, CONTENT_HASH);

    /** Every sort there is. */
    static final List<KafkaMessage> ALL = List.of(
            new KafkaMessage(
                    "pageFetched",
                    Destinations.PAGES,
                    FETCHER,
                    List.of(EventTypes.PAGE_FETCHED),
                    URL,
                    null,
                    ordered(
                            "pageversion",
                            Parameter.matching("^[1-9][0-9]*$"),
                            "pagesha256",
                            SHA256,
                            "finalurl",
                            TEXT,
                            "via",
                            Parameter.choice(
                                    Arrays.stream(Via.values()).map(Via::text).toList())),
                    ordered(
                            "httpstatus",
                            Parameter.matching("^[1-5][0-9]{2}$"),
                            "etag",
                            TEXT,
                            "lastmodified",
                            TEXT,
                            "supersededby",
                            SHA256,
                            "nextseen",
                            TIME,
                            "nextsha256",
                            SHA256,
                            EventAttributes.CANARY,
                            CONTENT_HASH)),
            json("fetchRecorded", Destinations.FETCHES, FETCHER, EventTypes.FETCH_RECORDED, URL, FetchRecord.class),
            ofAPage("topicParsed", Destinations.TOPICS, EventTypes.TOPIC_PARSED, Topic.class),
            ofAPage("pageParsed", Destinations.TOPICS, EventTypes.PAGE_PARSED, PageParsed.class),
            json(
                    "epochBegun",
                    Destinations.TOPICS,
                    OPERATOR,
                    EventTypes.EPOCH_BEGUN,
                    "Always cursors.",
                    EpochBegun.class),
            ofAPage("pageRejected", Destinations.REJECTS, EventTypes.PAGE_REJECTED, PageRejected.class),
            new KafkaMessage(
                    "change",
                    Destinations.CHANGES,
                    STORE,
                    Arrays.stream(ChangeType.values())
                            .map(ChangeType::eventType)
                            .toList(),
                    "Id of the topic, or publication and number of the issue.",
                    Change.class,
                    Map.of("cursor", SchemaBook.cursor()),
                    Map.of()),
            json(
                    "pollRequested",
                    Destinations.POLLS,
                    STORE,
                    EventTypes.POLL_REQUESTED,
                    "Name of the source.",
                    PollRequested.class),
            json(
                    "canaryArrived",
                    Destinations.CANARIES,
                    STORE,
                    EventTypes.CANARY_ARRIVED,
                    "URL of the canary's page.",
                    CanaryArrived.class));

    private static KafkaMessage json(
            String name, String destination, String source, String type, String key, Class<?> payload) {
        return new KafkaMessage(name, destination, source, List.of(type), key, payload, Map.of(), Map.of());
    }

    private static KafkaMessage ofAPage(String name, String destination, String type, Class<?> payload) {
        return new KafkaMessage(name, destination, PARSER, List.of(type), URL, payload, Map.of(), OF_A_PAGE);
    }

    private static Map<String, ObjectNode> ordered(Object... namesAndSchemas) {
        Map<String, ObjectNode> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSchemas.length; i += 2) {
            ordered.put((String) namesAndSchemas[i], (ObjectNode) namesAndSchemas[i + 1]);
        }
        return ordered;
    }

    /** Returns it in AsyncAPI's form. */
    ObjectNode json(SchemaBook schemas) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("name", name).put("title", String.join(", ", types));
        if (payload == null) {
            json.put("summary", "The exact bytes of a page; the header content-type tells their media type.");
            json.putObject("payload").put("description", "Bytes, not JSON.");
        } else {
            json.put("contentType", EventAttributes.JSON).set("payload", schemas.reference(payload));
        }
        json.set("headers", headers());
        json.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", AsyncApi.BINDING)
                .putObject("key")
                .put("type", "string")
                .put("description", key);
        return json;
    }

    private ObjectNode headers() {
        Map<String, ObjectNode> always = new LinkedHashMap<>();
        always.put("ce_specversion", Parameter.choice("1.0"));
        always.put("ce_id", TEXT);
        always.put("ce_source", Parameter.choice(source));
        always.put("ce_type", Parameter.choice(types));
        always.put("ce_time", TIME);
        always.put("ce_subject", TEXT);
        required.forEach((extension, schema) -> always.put("ce_" + extension, schema));
        always.put(EventAttributes.CONTENT_TYPE, payload == null ? TEXT : Parameter.choice(EventAttributes.JSON));
        ObjectNode headers = Json.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        always.forEach(properties::set);
        optional.forEach((extension, schema) -> properties.set("ce_" + extension, schema));
        always.keySet().forEach(headers.putArray("required")::add);
        return headers;
    }
}
