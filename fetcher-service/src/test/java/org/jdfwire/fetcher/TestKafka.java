package org.jdfwire.fetcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdfwire.contracts.Destinations;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** The broker of the tests: one in this JVM, or the one that {@code JDFWIRE_TEST_KAFKA} names. */
final class TestKafka {
    private static final String ADDRESS = start();

    private TestKafka() {}

    static String address() {
        return ADDRESS;
    }

    /** Returns what was committed to a destination under keys that begin with the prefix, partition by partition. */
    static List<ConsumerRecord<byte[], byte[]>> read(String destination, String keyPrefix) {
        return read(destination, keyPrefix, "read_committed");
    }

    static List<ConsumerRecord<byte[], byte[]>> read(String destination, String keyPrefix, String isolation) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ADDRESS,
                "isolation.level",
                isolation,
                "max.partition.fetch.bytes",
                Destinations.MAX_MESSAGE_BYTES);
        try (Consumer<byte[], byte[]> consumer = new DefaultKafkaConsumerFactory<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(destination).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(record.key()).startsWith(keyPrefix)) {
                        found.add(record);
                    }
                }
            }
            return found;
        }
    }

    private static String start() {
        String address = System.getenv("JDFWIRE_TEST_KAFKA");
        if (address != null && !address.isBlank()) {
            return address;
        }
        EmbeddedBroker broker = new EmbeddedBroker();
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }
}
