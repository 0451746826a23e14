package org.jdfwire.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.access.Tokens;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/**
 * A broker, a MongoDB and a store on free ports of the loopback; real ones where {@code JDFWIRE_TEST_KAFKA} and {@code
 * JDFWIRE_TEST_MONGODB_URI} name them.
 */
public final class StoreRig implements AutoCloseable {
    /** One for all tests of the JVM; it takes seconds to start. */
    private static EmbeddedBroker broker;

    private final String brokers;
    private final BreakingBackend backend = new BreakingBackend();
    private final MongoServer mongoServer;
    private final String mongoUri;
    private final KafkaProducer<byte[], byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext store;

    public StoreRig() {
        String realKafka = System.getenv("JDFWIRE_TEST_KAFKA");
        brokers = realKafka == null ? broker().getBrokersAsString() : realKafka;
        forgetDestinations();
        String realMongo = System.getenv("JDFWIRE_TEST_MONGODB_URI");
        mongoServer = realMongo == null ? new MongoServer(backend) : null;
        String server = realMongo == null ? mongoServer.bindAndGetConnectionString() : realMongo;
        mongoUri = server.replaceAll("/+$", "") + "/jdfwire_test_"
                + UUID.randomUUID().toString().replace("-", "");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Starts the store with these settings, and those of the rig that they leave open. */
    public StoreRig start(String... settings) {
        String[] own = {
            "spring.kafka.bootstrap-servers=" + brokers,
            "spring.mongodb.uri=" + mongoUri,
            "server.port=0",
            "management.server.port=0",
            "spring.jmx.enabled=false"
        };
        // given twice, a setting would be a list
        Set<String> given = Arrays.stream(settings)
                .map(setting -> setting.substring(0, setting.indexOf('=') + 1))
                .collect(Collectors.toSet());
        String[] arguments = Stream.concat(
                        Arrays.stream(own).filter(setting -> given.stream().noneMatch(setting::startsWith)),
                        Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        store = StoreApplication.application().run(arguments);
        return this;
    }

    /** Stops the store and leaves the servers. */
    public void stop() {
        store.close();
    }

    public void send(Topic topic) {
        send(Destinations.TOPICS, topic.page().url(), topic.toHeaders(), Json.bytes(topic));
    }

    public void send(PageParsed manifest) {
        send(Destinations.TOPICS, manifest.page().url(), manifest.toHeaders(), Json.bytes(manifest));
    }

    public void send(PageRejected reject) {
        send(Destinations.REJECTS, reject.page().url(), reject.toHeaders(), Json.bytes(reject));
    }

    public void send(PageFetched page, byte[] body) {
        send(Destinations.PAGES, page.page().url(), page.toHeaders(), body);
    }

    public void send(FetchRecord fetch) {
        send(Destinations.FETCHES, fetch.url(), fetch.toHeaders(), Json.bytes(fetch));
    }

    public void send(String destination, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(destination, key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot send to " + destination, e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port("local.server.port") + path);
    }

    public URI management(String path) {
        return URI.create("http://127.0.0.1:" + port("local.management.port") + path);
    }

    public HttpResponse<String> get(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<byte[]> getBytes(URI uri, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(request + " failed", e);
        }
    }

    public JsonNode json(String path) {
        return Json.MAPPER.readTree(get(uri(path)).body());
    }

    /** Returns the value of a metric without labels, NaN where there is none. */
    public double metric(String name) {
        return get(management("/actuator/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Waits until the feed holds that many changes and returns them. */
    public List<JsonNode> changes(int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> List.copyOf(
                                json("/v1/changes?limit=1000").get("changes").values()),
                        changes -> changes.size() >= count);
    }

    /** Returns the values on {@code jdf.changes} now. */
    public List<ConsumerRecord<byte[], byte[]>> published() {
        return published(Destinations.CHANGES);
    }

    /** Returns what is on the only partition of a destination now. */
    public List<ConsumerRecord<byte[], byte[]>> published(String destination) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(destination, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).get(partition);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Drops everything the store knows, as if MongoDB were new. */
    public void dropDatabase() {
        withDatabase(MongoDatabase::drop);
    }

    /** Returns the address of the broker. */
    public String brokers() {
        return brokers;
    }

    /** Returns the address of the database. */
    public String mongoUri() {
        return mongoUri;
    }

    public void withDatabase(Consumer<MongoDatabase> step) {
        try (MongoClient client = MongoClients.create(mongoUri)) {
            step.accept(client.getDatabase(new ConnectionString(mongoUri).getDatabase()));
        }
    }

    /** Makes a token of that name. */
    public String token(String name) {
        AtomicReference<String> token = new AtomicReference<>();
        withDatabase(database -> token.set(new Tokens(database).add(name)));
        return token.get();
    }

    /** Makes MongoDB fail once; false where it is a real one. */
    public boolean breakMongo(int afterWrites, BreakingBackend.Break manner) {
        backend.breakAfter(afterWrites, manner);
        return mongoServer != null;
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
        producer.close();
        if (mongoServer != null) {
            mongoServer.shutdownNow();
        } else {
            dropDatabase();
        }
    }

    private static synchronized EmbeddedBroker broker() {
        if (broker == null) {
            broker = new EmbeddedBroker();
            broker.afterPropertiesSet();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        }
        return broker;
    }

    /** Returns a part of the store. */
    public <T> T bean(String name, Class<T> type) {
        return store.getBean(name, type);
    }

    private int port(String name) {
        Environment environment = store.getEnvironment();
        return environment.getRequiredProperty(name, Integer.class);
    }

    /** The broker lives on and has the messages of the last test. */
    private void forgetDestinations() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Set<String> there = topicsOf(admin);
            List<String> ours = Destinations.ALL.stream()
                    .map(Destinations.Destination::name)
                    .filter(there::contains)
                    .toList();
            admin.deleteTopics(ours).all().get();
            Awaitility.await().until(() -> Collections.disjoint(topicsOf(admin), ours));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cannot delete the destinations", e);
        }
    }

    private static Set<String> topicsOf(Admin admin) throws InterruptedException, ExecutionException {
        return admin.listTopics().names().get();
    }
}
