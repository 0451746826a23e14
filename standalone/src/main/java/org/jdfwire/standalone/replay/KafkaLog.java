package org.jdfwire.standalone.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.standalone.broker.KafkaSettings;
import org.jdfwire.standalone.command.Problem;

/** Reads the committed records of Kafka's logs from where one likes to where they end now, as nobody's group. */
final class KafkaLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;

    private KafkaLog(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static KafkaLog at(String kafka) {
        return new KafkaLog(new KafkaConsumer<>(
                KafkaSettings.of(
                        kafka,
                        Map.of(
                                CommonClientConfigs.CLIENT_ID_CONFIG,
                                "replay",
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed",
                                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                                Destinations.MAX_MESSAGE_BYTES,
                                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                                Destinations.MAX_MESSAGE_BYTES)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()));
    }

    /** Returns the partitions of a destination in their order; none where Kafka has no such destination. */
    List<TopicPartition> partitions(String destination) {
        List<PartitionInfo> known = consumer.listTopics().getOrDefault(destination, List.of());
        return known.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                .toList();
    }

    /** Returns the offset of the first record that is kept. */
    long begin(TopicPartition partition) {
        return consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    }

    /** Returns the offset after the last record that is committed now. */
    long end(TopicPartition partition) {
        return consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    }

    /** Returns the offset of the first record that Kafka took at that time or after it; the end where there is none. */
    long offsetAt(TopicPartition partition, Instant time) {
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli())).get(partition);
        return found == null ? end(partition) : found.offset();
    }

    /** Hands over each record from an offset on, up to an end. */
    void read(TopicPartition partition, long from, long end, Consumer<ConsumerRecord<byte[], byte[]>> step) {
        consumer.assign(Set.of(partition));
        consumer.seek(partition, from);
        Instant heard = Instant.now();
        while (consumer.position(partition) < end) {
            long before = consumer.position(partition);
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < end) {
                    step.accept(record);
                }
            }
            if (consumer.position(partition) > before) {
                heard = Instant.now();
            } else if (Duration.between(heard, Instant.now()).compareTo(LONGEST_SILENCE) > 0) {
                throw new Problem("Kafka: no record of " + partition + " after offset " + before + " in "
                        + LONGEST_SILENCE + " (expected: up to " + end + ")");
            }
        }
    }

    /** Hands over all records of a destination, partition by partition. */
    void readAll(String destination, Consumer<ConsumerRecord<byte[], byte[]>> step) {
        for (TopicPartition partition : partitions(destination)) {
            read(partition, begin(partition), end(partition), step);
        }
    }

    /** Returns a record's headers as text. */
    static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, byte[]> raw = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            raw.put(header.key(), header.value());
        }
        return EventAttributes.decode(raw);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
