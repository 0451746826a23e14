package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a killed broker had promised to commit is committed by its successor, every time, marks included. */
class KilledBrokerIT {
    private static final List<TopicPartition> PARTITIONS =
            List.of(new TopicPartition("pages", 0), new TopicPartition("fetches", 0));
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TIMES = 3;

    @TempDir
    private Path folder;

    private final Logger markers =
            (Logger) LoggerFactory.getLogger("kafka.coordinator.transaction.TransactionMarkerChannelManager");
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        markers.setLevel(Level.INFO);
        said.start();
        markers.addAppender(said);
    }

    @AfterEach
    void leave() {
        markers.detachAppender(said);
        markers.setLevel(null);
    }

    @Test
    void commitsWhatTheDeadOneHadPromised() throws IOException, InterruptedException {
        try (Ports ports = new Ports()) {
            int port = ports.free();
            int controller = ports.free();
            ports.close();
            List<String> promised = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                Process dying = start(port, controller);
                try {
                    String value = "page " + time;
                    promise(port, value);
                    promised.add(value);
                    assertThat(dying.waitFor(SOON.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                } finally {
                    dying.destroyForcibly().waitFor();
                }
                try (EmbeddedBroker successor = EmbeddedBroker.start(folder.resolve("kafka"), port, controller)) {
                    for (TopicPartition partition : PARTITIONS) {
                        assertThat(committed(successor.address(), partition, promised.size()))
                                .isEqualTo(promised);
                    }
                }
            }
            assertThat(said.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(words -> words.contains("hence can be skipped"));
        }
    }

    private Process start(int port, int controller) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerThatDiesCommitting.class.getName(),
                        folder.resolve("kafka").toString(),
                        Integer.toString(port),
                        Integer.toString(controller))
                .directory(Files.createDirectories(folder).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile())
                .start();
    }

    /** Sends a transaction whose commit the broker does not survive. */
    private static void promise(int port, String value) {
        String broker = "127.0.0.1:" + port;
        makeDestinations(broker);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker,
                "transactional.id", "fetcher",
                "max.block.ms", 5_000,
                "request.timeout.ms", 2_000,
                "delivery.timeout.ms", 20_000);
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            PARTITIONS.forEach(partition -> producer.send(new ProducerRecord<>(partition.topic(), "key", value)));
            producer.flush();
            assertThatThrownBy(producer::commitTransaction).isInstanceOf(KafkaException.class);
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    private static void makeDestinations(String broker) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            await().atMost(SOON).ignoreExceptions().until(() -> {
                List<NewTopic> absent = PARTITIONS.stream()
                        .filter(partition -> !names(admin).contains(partition.topic()))
                        .map(partition -> new NewTopic(partition.topic(), 1, (short) 1))
                        .toList();
                admin.createTopics(absent).all().get();
                return true;
            });
        }
    }

    private static Set<String> names(Admin admin) {
        return admin.listTopics()
                .names()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static List<String> committed(String broker, TopicPartition partition, int expected) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            await("what was committed to " + partition).atMost(SOON).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(entry -> values.add(entry.value()));
                return values.size() >= expected;
            });
            return values;
        }
    }
}
