package org.jdfwire.fetcher.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.core.JacksonException;

/** Reads {@code jdf.fetches} from its beginning to its end, committed transactions only. */
final class FetchLogReader {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final ConsumerFactory<byte[], byte[]> consumers;

    FetchLogReader(ConsumerFactory<byte[], byte[]> consumers) {
        this.consumers = consumers;
    }

    /**
     * Returns the newest record of each canonical URL.
     *
     * @throws TimeoutException when Kafka gives nothing for half a minute although there is more
     * @throws IllegalStateException when a record cannot be read; to go on without it would publish its page again
     */
    Map<String, FetchRecord> read() {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Destinations.FETCHES).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer.endOffsets(partitions), consumer);
        }
    }

    private static Map<String, FetchRecord> readTo(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer) {
        Map<String, FetchRecord> newest = new HashMap<>();
        long lastProgress = System.nanoTime();
        long position = -1;
        while (!reached(ends, consumer)) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                FetchRecord record = parse(message);
                newest.put(record.url(), record);
            }
            long now = ends.keySet().stream().mapToLong(consumer::position).sum();
            if (now != position) {
                position = now;
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > LONGEST_SILENCE.toNanos()) {
                throw new TimeoutException("no answer from Kafka for " + LONGEST_SILENCE.toSeconds()
                        + " s while reading " + Destinations.FETCHES);
            }
        }
        return newest;
    }

    // positions, not records: the last of a partition may be a transaction's marker
    private static boolean reached(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static FetchRecord parse(ConsumerRecord<byte[], byte[]> message) {
        try {
            return Json.read(message.value(), FetchRecord.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    message.topic() + "-" + message.partition() + " offset " + message.offset() + ": "
                            + new String(message.value(), StandardCharsets.UTF_8) + " (expected: a fetch record)",
                    e);
        }
    }
}
