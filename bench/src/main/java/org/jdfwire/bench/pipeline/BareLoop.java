package org.jdfwire.bench.pipeline;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jdfwire.contracts.Json;
import org.jsoup.Jsoup;

/**
 * The hops of the pipeline by client libraries alone, on the same broker and database: a page, read by Jsoup in one Kafka
 * transaction, written to two collections by the driver, published, and sent down a socket.
 */
final class BareLoop implements AutoCloseable {
    static final String PAGES = "bare.pages";
    static final String TOPICS = "bare.topics";
    static final String CHANGES = "bare.changes";
    private static final Duration POLL = Duration.ofMillis(500);

    private final String kafka;
    private final MongoClient mongo;
    private final KafkaProducer<byte[], byte[]> pages;
    private final ServerSocket server;
    private final List<Thread> threads;
    private volatile boolean closed;

    BareLoop(String kafka, String mongodb) {
        this.kafka = kafka;
        mongo = MongoClients.create(mongodb);
        pages = producer(Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(topic(PAGES), topic(TOPICS), topic(CHANGES)))
                    .all()
                    .get();
            server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        } catch (InterruptedException | ExecutionException | IOException e) {
            throw new IllegalStateException("the bare loop cannot be prepared", e);
        }
        threads = List.of(
                new Thread(this::parse, "bare-parse"),
                new Thread(this::store, "bare-store"),
                new Thread(this::deliver, "bare-deliver"));
        threads.forEach(Thread::start);
    }

    int port() {
        return server.getLocalPort();
    }

    void publish(SamplePage page) {
        pages.send(new ProducerRecord<>(PAGES, page.url().getBytes(StandardCharsets.UTF_8), page.body()));
    }

    private void parse() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("bare-parser");
                KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "bare-parser"))) {
            producer.initTransactions();
            consumer.subscribe(List.of(PAGES));
            each(consumer, records -> {
                producer.beginTransaction();
                Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    String url = new String(record.key(), StandardCharsets.UTF_8);
                    org.jsoup.nodes.Document page =
                            Jsoup.parse(new String(record.value(), StandardCharsets.UTF_8), url);
                    byte[] topic = Json.bytes(Map.of(
                            "url", url,
                            "title", page.select("h3").text(),
                            "text", page.select("p").eachText()));
                    producer.send(new ProducerRecord<>(TOPICS, record.key(), topic));
                    offsets.put(
                            new TopicPartition(record.topic(), record.partition()),
                            new OffsetAndMetadata(record.offset() + 1));
                }
                producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
                producer.commitTransaction();
            });
        }
    }

    private void store() {
        MongoDatabase database = mongo.getDatabase("bare");
        try (KafkaConsumer<byte[], byte[]> consumer = consumer("bare-store");
                KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            consumer.subscribe(List.of(TOPICS));
            each(consumer, records -> {
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    String json = new String(record.value(), StandardCharsets.UTF_8);
                    String url = new String(record.key(), StandardCharsets.UTF_8);
                    database.getCollection("changes")
                            .insertOne(new Document("_id", record.offset()).append("json", json));
                    database.getCollection("topics")
                            .replaceOne(
                                    new Document("_id", url),
                                    new Document("_id", url).append("json", json),
                                    new ReplaceOptions().upsert(true));
                    producer.send(new ProducerRecord<>(CHANGES, record.key(), record.value()));
                }
                producer.flush();
            });
        }
    }

    private void deliver() {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream();
                KafkaConsumer<byte[], byte[]> consumer = consumer("bare-deliver")) {
            client.setTcpNoDelay(true);
            consumer.subscribe(List.of(CHANGES));
            each(consumer, records -> {
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    try {
                        out.write(("data: " + new String(record.value(), StandardCharsets.UTF_8) + "\n\n")
                                .getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException("the bare loop's client went away", e);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the bare loop's client went away", e);
        }
    }

    /** Polls until the loop is closed. */
    private void each(KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecords<byte[], byte[]>> step) {
        while (!closed) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                step.accept(records);
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka,
                        "group.id",
                        group,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", kafka);
        all.put("linger.ms", 0);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(thread -> {
            try {
                thread.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        pages.close();
        mongo.close();
    }
}
