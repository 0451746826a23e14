package org.jdfwire.parser.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdfwire.contracts.Destinations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** Liveness, with seconds for its ten minutes: what a restart mends ends it, and what passes does not. */
class ListenersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASKING = Duration.ofSeconds(1);

    /** Longer than it takes to be told dead, for the metric is in whole seconds. */
    private static final Duration LONG = ASKING.multipliedBy(4);

    private static final String NOBODY = "127.0.0.1:1";

    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Listeners listeners = new Listeners(ASKING);
    private KafkaMessageListenerContainer<byte[], byte[]> container;

    @AfterEach
    void stop() {
        released.countDown();
        container.stop();
    }

    @Test
    void aConsumerThatHangsIsNotAliveAfterAWhileAndIsAgainWhenItGoesOn() throws Exception {
        try (TestKafka kafka = new TestKafka()) {
            start(kafka.address);
            kafka.send("page", Map.of(), new byte[] {1});
            await().atMost(PATIENCE).until(() -> hanging.getCount() == 0);
            await().atMost(PATIENCE).until(() -> liveness() == Status.DOWN);
            assertThat(listeners.liveness().getDetails().get("unwell").toString())
                    .contains(Destinations.PAGES);

            released.countDown();
            await().atMost(PATIENCE).until(() -> liveness() == Status.UP);
            container.stop();
        }
    }

    @Test
    void oneThatCannotReachKafkaStaysAlive() {
        start(NOBODY);
        await().atMost(PATIENCE).during(LONG).until(() -> liveness() == Status.UP);
        assertThat(listeners.readiness().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void oneThatHasEndedIsNotAlive() {
        start(NOBODY);
        assertThat(liveness()).isEqualTo(Status.UP);
        container.stop();
        assertThat(liveness()).isEqualTo(Status.DOWN);
    }

    private Status liveness() {
        return listeners.liveness().getStatus();
    }

    /** Starts a consumer that hangs at its first record, and returns when it has asked for one. */
    private void start(String address) {
        ContainerProperties properties = new ContainerProperties(Destinations.PAGES);
        properties.setGroupId("liveness");
        // it asks often, as seconds stand for minutes here
        properties.setPollTimeout(100);
        properties.setMessageListener((MessageListener<byte[], byte[]>) page -> {
            hanging.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("stopped", e);
            }
        });
        container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of("bootstrap.servers", address, "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
        listeners.add(container, Destinations.PAGES);
        container.start();
        await().atMost(PATIENCE)
                .until(() -> container.metrics().values().stream()
                        .flatMap(metrics -> metrics.values().stream())
                        .anyMatch(metric -> metric.metricName().name().equals("last-poll-seconds-ago")
                                && (Double) metric.metricValue() >= 0));
    }
}
