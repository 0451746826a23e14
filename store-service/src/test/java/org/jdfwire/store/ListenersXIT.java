package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** Liveness, with seconds for its ten minutes: what a restart mends ends it, and what passes does not. */
class ListenersXIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ASKING = Duration.ofSeconds(1);

    /** Longer than it takes to be told dead, for the metric is in whole seconds. */
    private static final Duration LONG = ASKING.multipliedBy(4);

    private static final String NOBODY = "127.0.0.1:1";
    private static final String TOPIC = "liveness-" + UUID.randomUUID();

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
        try (StoreRig rig = new StoreRig();
                Admin admin = Admin.create(Map.of("bootstrap.servers", rig.brokers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            rig.send(TOPIC, "topic", Map.of(), new byte[] {1});
            start(rig.brokers());
            await().atMost(PATIENCE).until(() -> hanging.getCount() == 0);
            await().atMost(PATIENCE).until(() -> liveness() == Status.DOWN);
            assertThat(listeners.liveness().getDetails().get("unwell").toString())
                    .contains(TOPIC);

            released.countDown();
            await().atMost(PATIENCE).until(() -> liveness() == Status.UP);
            container.stop();
            admin.deleteTopics(List.of(TOPIC)).all().get();
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
        ContainerProperties properties = new ContainerProperties(TOPIC);
        properties.setGroupId("liveness");
        // it asks often, as seconds stand for minutes here
        properties.setPollTimeout(100);
        properties.setMessageListener((MessageListener<byte[], byte[]>) topic -> {
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
        listeners.add(container, TOPIC, false);
        container.start();
        await().atMost(PATIENCE)
                .until(() -> container.metrics().values().stream()
                        .flatMap(metrics -> metrics.values().stream())
                        .anyMatch(metric -> metric.metricName().name().equals("last-poll-seconds-ago")
                                && (Double) metric.metricValue() >= 0));
    }
}
