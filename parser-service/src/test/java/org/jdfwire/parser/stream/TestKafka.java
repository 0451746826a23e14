package org.jdfwire.parser.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.PageFetched;

/** A broker in this JVM, or the one that {@code JDFWIRE_TEST_KAFKA} names. */
final class TestKafka implements AutoCloseable {
    private final KafkaClusterTestKit embedded;
    final String address;

    TestKafka() throws Exception {
        String external = System.getenv("JDFWIRE_TEST_KAFKA");
        if (external != null) {
            embedded = null;
            address = external;
            return;
        }
        embedded = started();
        address = embedded.bootstrapServers();
    }

    void send(PageFetched page, byte[] body) {
        send(page.page().url(), page.toHeaders(), body);
    }

    void send(String key, Map<String, String> headers, byte[] body) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "max.request.size", Destinations.MAX_MESSAGE_BYTES);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(Destinations.PAGES, key.getBytes(StandardCharsets.UTF_8), body);
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
    }

    /** Returns where a topic's only partition ends now. */
    long end(String topic) {
        try (var consumer = consumer("read_uncommitted")) {
            TopicPartition partition = new TopicPartition(topic, 0);
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    /** Returns the records of a topic's only partition from an offset to its end. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, long from, String isolation) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = consumer(isolation)) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public void close() throws Exception {
        if (embedded != null) {
            embedded.close();
        }
    }

    /** Kafka's own test kit: spring-kafka-test 4.1's broker calls methods that the kit of Kafka 4.3 no longer has. */
    private static KafkaClusterTestKit started() throws Exception {
        TestKitNodes nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        KafkaClusterTestKit kit = new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        kit.format();
        kit.startup();
        kit.waitForReadyBrokers();
        return kit;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                address,
                "group.id",
                "test-" + UUID.randomUUID(),
                "isolation.level",
                isolation,
                "enable.auto.commit",
                false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
