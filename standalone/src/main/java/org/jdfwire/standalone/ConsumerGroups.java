package org.jdfwire.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.standalone.broker.KafkaSettings;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.store.journal.LogEpochs;

/** The store's consumer groups on a broker: forgets how far they are, and waits until they are at the end again. */
final class ConsumerGroups implements AutoCloseable {
    /** What the store makes its projection of. */
    private static final Map<String, String> GROUPS = Map.of(
            "store", Destinations.TOPICS,
            "store-rejects", Destinations.REJECTS,
            "store-fetches", Destinations.FETCHES);

    /** A consumer that was killed is missed for this long. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final String kafka;
    private final Admin admin;

    ConsumerGroups(String kafka) {
        this.kafka = kafka;
        admin = Admin.create(KafkaSettings.of(kafka));
    }

    /**
     * Forgets how far the groups are.
     *
     * @throws Problem where a store is running with that broker
     */
    void forget() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (String group : GROUPS.keySet()) {
            while (!isForgotten(group)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new Problem(
                            "group " + group + ": a store is running with this Kafka (expected: none, while its"
                                    + " projection is made again)");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }

    /** Returns the offset of the last record of each partition of what the groups read; empty ones are left out. */
    Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            Set<TopicPartition> partitions = GROUPS.values().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                long last = last(consumer, partition, first.getOrDefault(partition, 0L), end);
                if (last >= 0) {
                    ends.put(partition, last);
                }
            });
        }
        return ends;
    }

    /** Returns the first offset that a partition still holds. */
    long start(TopicPartition partition) throws InterruptedException {
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.earliest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException(partition + " cannot be asked where it starts", e);
        }
    }

    /** Returns the epoch that the log of topics begins in, given that of the newest change that was made of it. */
    int firstEpoch(int newest) {
        return new LogEpochs(this::consumer).first(newest);
    }

    /** Returns once the groups have taken every record up to those. */
    void await(Map<TopicPartition, Long> ends) throws InterruptedException {
        while (!isTaken(ends)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = KafkaSettings.of(kafka, Map.of("isolation.level", "read_committed"));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private boolean isForgotten(String group) throws InterruptedException {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            throw new IllegalStateException("group " + group + " cannot be deleted", e);
        }
    }

    private boolean isTaken(Map<TopicPartition, Long> ends) throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        for (String group : GROUPS.keySet()) {
            try {
                committed.putAll(admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("group " + group + " cannot be asked how far it is", e);
            }
        }
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata next = committed.get(end.getKey());
            return next != null && next.offset() > end.getValue();
        });
    }

    /** Looks further and further back from the end, as the last offsets can be markers of transactions. */
    private static long last(Consumer<byte[], byte[]> consumer, TopicPartition partition, long first, long end) {
        consumer.assign(Set.of(partition));
        long last = -1;
        long from = end;
        for (long back = 1; last < 0 && from > first; back *= 2) {
            from = Math.max(first, end - back);
            consumer.seek(partition, from);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(POLL)) {
                    last = record.offset();
                }
            }
        }
        return last;
    }
}
