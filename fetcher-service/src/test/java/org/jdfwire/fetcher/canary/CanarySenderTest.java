package org.jdfwire.fetcher.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Destinations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka comes and goes: the producer answers when it is told to. */
class CanarySenderTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PARTITIONS = 6;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private SlowProducer producer = new SlowProducer(false, 0);
    private CanarySender sender = sender(NEVER);

    @AfterEach
    void stop() {
        sender.stop();
    }

    @Test
    void beginsNoneWhileOneIsUnderWay() {
        takesItsTurn();
        for (int due = 0; due < 3; due++) {
            sender.sendInTurn();
        }
        assertThat(producer.history()).hasSize(1);

        producer.completeNext();
        sender.sendInTurn();
        assertThat(producer.history()).extracting(ProducerRecord::partition).containsExactly(0, 1);
        assertThat(meters.get("jdfwire.canary.sent").counter().count()).isOne();
    }

    @Test
    void sendsTheNextOneWhereTheLastWasGivenUp() {
        takesItsTurn();
        producer.errorNext(new TimeoutException("Kafka is away"));
        sender.sendInTurn();
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void sendsTheNextOneWhereTheLastCouldNotBeBegun() {
        producer.partitionsForException = new TimeoutException("Kafka is away");
        sender.start();
        sender.onPartitionsAssigned(Set.of(new TopicPartition(Destinations.CANARIES, 0)));
        await().atMost(SOON).until(() -> !producer.asked.isEmpty());
        producer.partitionsForException = null;
        await().atMost(SOON).until(() -> {
            sender.sendInTurn();
            return producer.history().size() == 1;
        });
    }

    @Test
    void doesNotCatchUpWithWhatWasDueWhileItWaitedForKafka() {
        Duration interval = Duration.ofMillis(50);
        producer = new SlowProducer(true, 1);
        sender = sender(interval);
        sender.start();
        sender.onPartitionsAssigned(Set.of(new TopicPartition(Destinations.CANARIES, 0)));
        long begun = System.nanoTime();
        // ten are due meanwhile
        await().atMost(SOON)
                .until(() ->
                        System.nanoTime() - begun > interval.multipliedBy(10).toNanos());
        producer.back.countDown();
        await().atMost(SOON).until(() -> producer.asked.size() >= 6);
        // the first is the one that a turn begins with, and it held up the second
        assertThat(IntStream.range(2, 6).mapToObj(i -> producer.asked.get(i) - producer.asked.get(i - 1)))
                .allMatch(apart -> apart >= interval.toNanos());
    }

    private void takesItsTurn() {
        sender.start();
        sender.onPartitionsAssigned(Set.of(new TopicPartition(Destinations.CANARIES, 0)));
        await().atMost(SOON).until(() -> producer.history().size() == 1);
    }

    private CanarySender sender(Duration interval) {
        return new CanarySender(() -> producer, interval, InstantSource.system(), meters);
    }

    /** Notes when it is asked for partitions; the first questions wait until Kafka is back. */
    private static final class SlowProducer extends MockProducer<byte[], byte[]> {
        private final CountDownLatch back = new CountDownLatch(1);
        private final List<Long> asked = new CopyOnWriteArrayList<>();
        private final int waiting;

        private SlowProducer(boolean answersAtOnce, int waiting) {
            super(
                    pages(),
                    answersAtOnce,
                    new RoundRobinPartitioner(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            this.waiting = waiting;
        }

        @Override
        public List<PartitionInfo> partitionsFor(String topic) {
            asked.add(System.nanoTime());
            if (asked.size() <= waiting) {
                try {
                    back.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("stopped", e);
                }
            }
            return super.partitionsFor(topic);
        }

        private static Cluster pages() {
            Node node = new Node(1, "127.0.0.1", 1);
            return new Cluster(
                    "test",
                    List.of(node),
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(partition -> new PartitionInfo(
                                    Destinations.PAGES, partition, node, new Node[] {node}, new Node[] {node}))
                            .toList(),
                    Set.of(),
                    Set.of());
        }
    }
}
