package org.jdfwire.fetcher.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.Ownership;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Shares the partitions of {@code jdf.fetches} among the instances of a consumer group.
 *
 * <p>A share is a lease: it counts only while the group's coordinator has confirmed it within the session timeout, by
 * accepting a commit of the group's present generation. An instance that was paused or cut off thus stops asking hosts
 * by itself, before or at the moment at which the coordinator gives its share to another; only a request that is under
 * way at that moment is not called back. A partition that is taken away in order is given up after the attempt at hand.
 *
 * <p>What others write to a partition in the meantime, a dropped file or a link, is heard here.
 */
final class GroupOwnership implements Ownership, ConsumerRebalanceListener {
    /** Kafka's least; a killed instance's share is another's after it. */
    static final Duration SESSION = Duration.ofSeconds(6);

    private static final Logger LOG = LoggerFactory.getLogger(GroupOwnership.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RENEWAL = Duration.ofSeconds(1);
    private static final Duration COMMIT = Duration.ofSeconds(2);

    /** Longer than any one attempt may take. */
    private static final Duration LAST_ATTEMPT = Duration.ofMinutes(2);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Ledger ledger;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<Integer, Instant> shares = new HashMap<>();
    private final Map<Integer, Integer> attempts = new HashMap<>();
    private final Thread thread = new Thread(this::run, "ownership");
    private long confirmedNanos;
    private boolean stopped;
    private @Nullable Consumer<byte[], byte[]> consumer;

    /** @param consumers make members of the group, with {@link #SESSION} as their session timeout */
    GroupOwnership(ConsumerFactory<byte[], byte[]> consumers, Ledger ledger, InstantSource clock) {
        this(consumers, ledger, clock, System::nanoTime);
    }

    /** @param nanos runs on, whatever the clock is set to */
    GroupOwnership(ConsumerFactory<byte[], byte[]> consumers, Ledger ledger, InstantSource clock, LongSupplier nanos) {
        this.consumers = consumers;
        this.ledger = ledger;
        this.clock = clock;
        this.nanos = nanos;
        thread.setDaemon(true);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public synchronized Set<Integer> held() {
        return isConfirmed() ? Set.copyOf(shares.keySet()) : Set.of();
    }

    @Override
    public synchronized @Nullable Hold take(int partition) {
        Instant since = shares.get(partition);
        if (since == null || !isConfirmed()) {
            return null;
        }
        attempts.merge(partition, 1, Integer::sum);
        return new Hold() {
            @Override
            public Instant since() {
                return since;
            }

            @Override
            public void close() {
                attemptEnded(partition);
            }
        };
    }

    @Override
    public synchronized boolean isCertain() {
        boolean takesPart = thread.getState() != Thread.State.NEW;
        return !takesPart || (thread.isAlive() && consumer != null && (shares.isEmpty() || isConfirmed()));
    }

    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
            if (consumer != null) {
                consumer.wakeup();
            }
            notifyAll();
        }
        try {
            thread.join(SESSION.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        // what lies there already is read when the partition is claimed
        member().seekToEnd(partitions);
        synchronized (this) {
            confirmedNanos = nanos.getAsLong();
            partitions.forEach(p -> shares.put(p.partition(), clock.instant()));
            LOG.info("polls for partitions {}", shares.keySet());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        give(partitions, LAST_ATTEMPT);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        give(partitions, Duration.ZERO);
    }

    private void run() {
        while (!isStopped()) {
            try (Consumer<byte[], byte[]> member = consumers.createConsumer()) {
                enter(member);
                follow(member);
            } catch (WakeupException e) {
                LOG.debug("leaves the group");
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("cannot take part in the group, and polls nothing until it can", e);
                pauseBeforeNextTry();
            } finally {
                enter(null);
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> member) {
        member.subscribe(List.of(Destinations.FETCHES), this);
        long triedNanos = nanos.getAsLong();
        while (!isStopped()) {
            for (ConsumerRecord<byte[], byte[]> message : member.poll(POLL)) {
                ledger.heard(message.partition(), FetchLogReader.parse(message));
            }
            if (nanos.getAsLong() - triedNanos > RENEWAL.toNanos()
                    && !member.assignment().isEmpty()) {
                triedNanos = nanos.getAsLong();
                renew(member);
            }
        }
    }

    // The committed offset means nothing; that the coordinator takes it does.
    private void renew(Consumer<byte[], byte[]> member) {
        long asked = nanos.getAsLong();
        TopicPartition any = member.assignment().iterator().next();
        try {
            member.commitSync(Map.of(any, new OffsetAndMetadata(0)), COMMIT);
            synchronized (this) {
                confirmedNanos = asked;
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            // the group is being shared out anew, or has done without us; the next poll tells
            LOG.debug("the share is not confirmed", e);
        }
    }

    private void give(Collection<TopicPartition> partitions, Duration wait) {
        long deadline = nanos.getAsLong() + wait.toNanos();
        synchronized (this) {
            partitions.forEach(p -> shares.remove(p.partition()));
            for (TopicPartition p : partitions) {
                awaitAttempts(p.partition(), deadline);
            }
        }
        partitions.forEach(p -> ledger.release(p.partition()));
    }

    private synchronized void awaitAttempts(int partition, long deadline) {
        long left = deadline - nanos.getAsLong();
        while (attempts.containsKey(partition) && left > 0 && !stopped) {
            try {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = deadline - nanos.getAsLong();
        }
    }

    private synchronized void attemptEnded(int partition) {
        attempts.computeIfPresent(partition, (p, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    private synchronized void pauseBeforeNextTry() {
        try {
            if (!stopped) {
                wait(RENEWAL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private synchronized void enter(@Nullable Consumer<byte[], byte[]> member) {
        consumer = member;
        if (member == null) {
            shares.clear();
        } else if (stopped) {
            member.wakeup();
        }
    }

    private synchronized Consumer<byte[], byte[]> member() {
        return Objects.requireNonNull(consumer);
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private boolean isConfirmed() {
        return nanos.getAsLong() - confirmedNanos < SESSION.toNanos();
    }
}
