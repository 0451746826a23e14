package org.jdfwire.fetcher.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.core.JacksonException;

/** Reads a partition of {@code jdf.fetches} from its beginning to its end, committed transactions only. */
final class FetchLogReader {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final ConsumerFactory<byte[], byte[]> consumers;

    FetchLogReader(ConsumerFactory<byte[], byte[]> consumers) {
        this.consumers = consumers;
    }

    /**
     * Returns the newest record of each canonical URL in the partition.
     *
     * @throws TimeoutException when Kafka gives nothing for half a minute although there is more
     * @throws IllegalStateException when a record cannot be read or belongs to another partition; to go on without it
     *     would publish its page again
     */
    Map<String, FetchRecord> read(int partition) {
        TopicPartition fetches = new TopicPartition(Destinations.FETCHES, partition);
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            consumer.assign(List.of(fetches));
            consumer.seekToBeginning(List.of(fetches));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(fetches)).get(fetches));
            return readTo(end, fetches, consumer);
        }
    }

    /** Reads one message; throws {@link IllegalStateException} naming it when it is no fetch record. */
    static FetchRecord parse(ConsumerRecord<byte[], byte[]> message) {
        try {
            return Json.read(message.value(), FetchRecord.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(where(message) + " (expected: a fetch record)", e);
        }
    }

    // positions, not records: the last of a partition may be a transaction's marker
    private static Map<String, FetchRecord> readTo(
            long end, TopicPartition fetches, Consumer<byte[], byte[]> consumer) {
        Map<String, FetchRecord> newest = new HashMap<>();
        long lastProgress = System.nanoTime();
        long position = -1;
        while (consumer.position(fetches) < end) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                FetchRecord record = parse(message);
                refuseMisplaced(record, message);
                newest.put(record.url(), record);
            }
            if (consumer.position(fetches) != position) {
                position = consumer.position(fetches);
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > LONGEST_SILENCE.toNanos()) {
                throw new TimeoutException(
                        "no answer from Kafka for " + LONGEST_SILENCE.toSeconds() + " s while reading " + fetches);
            }
        }
        return newest;
    }

    private static void refuseMisplaced(FetchRecord record, ConsumerRecord<byte[], byte[]> message) {
        int right = HostPartitions.of(record.url());
        if (right != message.partition()) {
            throw new IllegalStateException(where(message) + " (expected: in partition " + right
                    + ", that of its host; a version before 0.1.0 wrote it)");
        }
    }

    private static String where(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + "-" + message.partition() + " offset " + message.offset() + ": "
                + new String(message.value(), StandardCharsets.UTF_8);
    }
}
