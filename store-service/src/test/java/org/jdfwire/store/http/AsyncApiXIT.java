package org.jdfwire.store.http;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.page;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.canary.CanaryArrived;
import org.jdfwire.contracts.canary.CanaryPage;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.event.EventTypes;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.contracts.page.Sighting;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.store.Fetched;
import org.jdfwire.store.document.NodeReaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI document against the code and real messages. */
class AsyncApiXIT {
    private static final String SHA256 = "ab".repeat(32);

    private static DescribedStore store;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        store = new DescribedStore();
        document = Json.MAPPER.readTree(store.ask("get", "/v1/asyncapi", "").body());
        document.at("/components/schemas").values().forEach(AsyncApiXIT::close);
        document.at("/components/messages").values().forEach(message -> close(message.get("headers")));
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void theAsyncApiProjectsOwnParserHasNothingAgainstIt() {
        JsonNode read = NodeReaders.read(
                "asyncapi.mjs", store.ask("get", "/v1/asyncapi", "").body());

        assertThat(read.get("faults").values()).isEmpty();
        assertThat(read.get("channels").values().stream().map(JsonNode::asString))
                .containsExactlyElementsOf(Destinations.ALL.stream()
                        .map(Destinations.Destination::name)
                        .toList());
    }

    @Test
    void everyDestinationAndEveryTypeIsInItAndNoOther() throws IllegalAccessException {
        assertThat(document.get("channels").values().stream()
                        .collect(toMap(
                                channel -> channel.get("address").asString(),
                                channel ->
                                        channel.at("/bindings/kafka/partitions").asInt())))
                .isEqualTo(Destinations.ALL.stream()
                        .collect(toMap(Destinations.Destination::name, Destinations.Destination::partitions)));
        Set<String> types = new HashSet<>();
        for (Field type : EventTypes.class.getFields()) {
            types.add((String) type.get(null));
        }
        Stream.of(ChangeType.values()).map(ChangeType::eventType).forEach(types::add);
        assertThat(document.at("/components/messages").values().stream()
                        .flatMap(message -> message.at("/headers/properties/ce_type/enum").values().stream())
                        .map(JsonNode::asString)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parser", "store"})
    void aServiceReadsWhatItsBindingsSay(String service) throws IOException {
        String settings =
                Files.readString(Path.of("..", service + "-service", "src", "main", "resources", service + ".yml"));
        Set<String> bound = Pattern.compile("-in-0:\\s+destination: (\\S+)")
                .matcher(settings)
                .results()
                .map(match -> match.group(1))
                .collect(toSet());

        assertThat(document.get("operations").properties().stream()
                        .filter(operation -> operation.getKey().startsWith(service + "Receives"))
                        .map(operation -> resolved(operation.getValue().get("channel"))
                                .get("address")
                                .asString()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(bound);
    }

    @ParameterizedTest
    @ValueSource(strings = {Destinations.TOPICS, Destinations.REJECTS, Destinations.CHANGES})
    void everyMessageOfARunIsAsItSays(String destination) {
        List<ConsumerRecord<byte[], byte[]>> records = store.rig().published(destination);
        assertThat(records).isNotEmpty();
        for (ConsumerRecord<byte[], byte[]> message : records) {
            Map<String, String> headers = new HashMap<>();
            message.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            check(destination, headers, message.value());
        }
    }

    @Test
    void theOtherMessagesAreAsItSaysWithAllThatTheyMayHave() {
        PageRef old = new PageRef(Fetched.START, 3, SHA256, MORNING, SHA256, new Look(NOON, SHA256));
        check(
                Destinations.PAGES,
                new PageFetched(old, Via.WARC, old.url(), 200, "\"a\"", "then", "text/html").toHeaders(),
                null);
        PageRef plain = page(133, 1, MORNING, "v1");
        check(
                Destinations.PAGES,
                new PageFetched(plain, Via.FILE, plain.url(), null, null, null, "text/html").toHeaders(),
                null);
        FetchRecord full = new FetchRecord(
                Fetched.START,
                "jdf",
                "site",
                Fetched.START,
                1,
                Outcome.GONE,
                "404",
                NOON,
                MORNING,
                MORNING,
                NOON,
                2,
                SHA256,
                "\"a\"",
                "then",
                Duration.ofMinutes(90),
                List.of(new Sighting(SHA256, MORNING, NOON)),
                NOON,
                2);
        for (FetchRecord fetch : List.of(full, Fetched.startPage(null, MORNING, NOON))) {
            check(Destinations.FETCHES, fetch.toHeaders(), Json.bytes(fetch));
        }
        PollRequested wish = new PollRequested("jdf", NOON, "ops");
        check(Destinations.POLLS, wish.toHeaders(), Json.bytes(wish));
        check(Destinations.PAGES, CanaryPage.headers(NOON), null);
        CanaryArrived canary = new CanaryArrived(CanaryPage.URL, NOON);
        check(Destinations.CANARIES, canary.toHeaders(), Json.bytes(canary));
    }

    private static void check(String destination, Map<String, String> headers, byte[] value) {
        List<JsonNode> fitting = document.get("channels").values().stream()
                .filter(channel -> channel.get("address").asString().equals(destination))
                .flatMap(channel -> channel.get("messages").values().stream())
                .map(AsyncApiXIT::resolved)
                .filter(message -> message.at("/headers/properties/ce_type/enum").values().stream()
                        .anyMatch(type -> type.asString().equals(headers.get("ce_type"))))
                .toList();
        assertThat(fitting).as(headers.toString()).hasSize(1);
        check(fitting.get(0).get("headers"), Json.MAPPER.valueToTree(headers));
        assertThat(fitting.get(0).has("contentType")).isEqualTo(value != null);
        if (value != null) {
            check(fitting.get(0).get("payload"), Json.MAPPER.readTree(value));
        }
    }

    private static void check(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", document.get("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(whole)
                        .validate(
                                value,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(value.toString())
                .isEmpty();
    }

    private static JsonNode resolved(JsonNode pointer) {
        return document.at(pointer.get("$ref").asString().substring(1));
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }
}
