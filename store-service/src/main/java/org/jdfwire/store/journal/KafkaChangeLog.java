package org.jdfwire.store.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The change log in Kafka.
 *
 * <p>The producer is idempotent and never gives up on a record, so what the log holds is always a prefix of the journal
 * without holes. Two writers that overlap for a moment may both publish a change; its {@code ce_id} is the same.
 */
public final class KafkaChangeLog implements ChangeLog {
    private static final TopicPartition PARTITION = new TopicPartition(Destinations.CHANGES, 0);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Function<Change, Map<String, String>> traces;

    /**
     * Publishes with one, reads the end of the log with consumers of the other.
     *
     * @param traces the headers of the trace that a change is part of
     */
    public KafkaChangeLog(
            KafkaTemplate<byte[], byte[]> kafka,
            ConsumerFactory<byte[], byte[]> consumers,
            Function<Change, Map<String, String>> traces) {
        this.kafka = kafka;
        this.consumers = consumers;
        this.traces = traces;
    }

    @Override
    public @Nullable Cursor last() {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(null, "store-tail", null)) {
            consumer.assign(Set.of(PARTITION));
            long begin = consumer.beginningOffsets(Set.of(PARTITION)).getOrDefault(PARTITION, 0L);
            long end = consumer.endOffsets(Set.of(PARTITION)).getOrDefault(PARTITION, 0L);
            // the last offset can be a marker and no record, so look further back until there is one
            long from = end;
            Cursor last = null;
            for (long back = 1; last == null && from > begin; back *= 2) {
                from = Math.max(begin, end - back);
                last = lastBetween(consumer, from, end);
            }
            return last;
        }
    }

    @Override
    public void publish(List<Change> changes) {
        List<CompletableFuture<?>> sent = changes.stream()
                .<CompletableFuture<?>>map(change -> kafka.send(toRecord(change)))
                .toList();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private static @Nullable Cursor lastBetween(Consumer<byte[], byte[]> consumer, long from, long end) {
        consumer.seek(PARTITION, from);
        Cursor last = null;
        while (consumer.position(PARTITION) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                last = cursorOf(record);
            }
        }
        return last;
    }

    private static Cursor cursorOf(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("ce_cursor");
        if (header == null) {
            throw new IllegalStateException(Destinations.CHANGES + " offset " + record.offset() + ": no ce_cursor");
        }
        return Cursor.parse(new String(header.value(), StandardCharsets.UTF_8));
    }

    private ProducerRecord<byte[], byte[]> toRecord(Change change) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Destinations.CHANGES, 0, change.key().getBytes(StandardCharsets.UTF_8), Json.bytes(change));
        add(record, change.toHeaders());
        add(record, traces.apply(change));
        return record;
    }

    private static void add(ProducerRecord<byte[], byte[]> record, Map<String, String> headers) {
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    }
}
