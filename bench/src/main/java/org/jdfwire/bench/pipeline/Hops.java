package org.jdfwire.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * How long pages took from one destination to the next, by Kafka's timestamps: when the producer of each was handed its
 * record, in milliseconds. Two of the hops of a journey; the third, from the last destination to the client, has no stamp.
 */
final class Hops {
    private static final Duration POLL = Duration.ofMillis(500);

    private Hops() {}

    /** Returns the median of each hop of the pages from an issue on, as text. */
    static String between(String kafka, int fromIssue, String pages, String topics, String changes) {
        Map<Integer, Long> published = stamps(kafka, pages, fromIssue);
        Map<Integer, Long> parsed = stamps(kafka, topics, fromIssue);
        Map<Integer, Long> stored = stamps(kafka, changes, fromIssue);
        return String.format(
                Locale.ROOT,
                "page to parsed %d ms, parsed to stored %d ms",
                median(published, parsed),
                median(parsed, stored));
    }

    private static long median(Map<Integer, Long> from, Map<Integer, Long> to) {
        List<Long> took = new ArrayList<>();
        from.forEach((issue, at) -> {
            if (to.containsKey(issue)) {
                took.add(to.get(issue) - at);
            }
        });
        Collections.sort(took);
        return took.isEmpty() ? -1 : took.get(took.size() / 2);
    }

    /** The time of the first record of each page; its address stands in the key or in the value. */
    private static Map<Integer, Long> stamps(String kafka, String destination, int fromIssue) {
        Map<Integer, Long> first = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(destination).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    int issue = SamplePage.issueIn(text(record.key()) + " " + text(record.value()));
                    if (issue >= fromIssue) {
                        first.merge(issue, record.timestamp(), Math::min);
                    }
                }
            }
        }
        return first;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
