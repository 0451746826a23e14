package org.jdfwire.fetcher.canary;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.canary.CanaryPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends a canary to {@code jdf.pages} now and then, to one partition after the other, so that each instance of the parser
 * has its turn.
 *
 * <p>Of the instances of a group the one sends that the group gives the only partition of {@code jdf.canaries}; it is told
 * so as a rebalance listener. Two that overlap for a moment send one canary more, which does no harm.
 *
 * <p>It is no transaction, as nothing else depends on it. While one is under way the next is not begun, so that an outage
 * of Kafka ends with one canary and not with all that were due meanwhile; one that cannot be sent before the producer gives
 * up is dropped: an old canary tells nothing.
 */
public final class CanarySender implements SmartLifecycle, ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(CanarySender.class);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Duration interval;
    private final InstantSource clock;
    private final Counter sent;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile boolean ours;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable ScheduledExecutorService thread;
    private int turn;

    /**
     * @param producers make the one that sends
     * @param interval time between two canaries; zero sends none
     */
    public CanarySender(
            Supplier<Producer<byte[], byte[]>> producers,
            Duration interval,
            InstantSource clock,
            MeterRegistry registry) {
        this.producers = producers;
        this.interval = interval;
        this.clock = clock;
        sent = Counter.builder("jdfwire.canary.sent")
                .description("Canaries sent")
                .register(registry);
        Gauge.builder("jdfwire.canary.sender", this, sender -> sender.ours ? 1 : 0)
                .description("1 where this instance sends the canaries")
                .register(registry);
        Gauge.builder("jdfwire.canary.interval", interval, time -> time.toMillis() / 1000.0)
                .description("Time between two canaries as configured; 0 is off")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    @Override
    public synchronized void start() {
        if (interval.isZero()) {
            return;
        }
        producer = producers.get();
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "canary");
            made.setDaemon(true);
            return made;
        });
        // at a fixed rate those that a wait for Kafka held up would all come at once
        thread.scheduleWithFixedDelay(
                this::sendInTurn, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (thread != null && producer != null) {
            thread.shutdownNow();
            producer.close(Duration.ofSeconds(1));
            thread = null;
            producer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** The first one at once: an operator who started a fetcher looks now. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        ours = true;
        ScheduledExecutorService sending;
        synchronized (this) {
            sending = thread;
        }
        if (sending != null) {
            try {
                sending.execute(this::sendInTurn);
            } catch (RejectedExecutionException stopped) {
                LOG.debug("no canary any more", stopped);
            }
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        ours = ours && partitions.isEmpty();
    }

    /** Sends the next one, unless it is another instance's turn or the last one is still under way. */
    void sendInTurn() {
        Producer<byte[], byte[]> sending;
        synchronized (this) {
            sending = producer;
        }
        if (!ours || sending == null || !underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            int partitions = sending.partitionsFor(Destinations.PAGES).size();
            sending.send(canary(turn++ % partitions), (metadata, failure) -> {
                underWay.set(false);
                if (failure == null) {
                    sent.increment();
                } else {
                    LOG.warn("a canary could not be sent: {}", failure.getMessage());
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            // Kafka is away or the service stops; the next one is tried in any case
            underWay.set(false);
            LOG.warn("a canary could not be sent: {}", e.getMessage());
        }
    }

    private ProducerRecord<byte[], byte[]> canary(int partition) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Destinations.PAGES, partition, CanaryPage.URL.getBytes(StandardCharsets.UTF_8), CanaryPage.body());
        CanaryPage.headers(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
