package org.jdfwire.store.canary;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.canary.CanaryArrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Tells all instances which canaries came through, on {@code jdf.canaries}; one that came through wrong is counted in
 * {@code jdfwire_canary_failures_total} and not told.
 */
public final class CanaryLog {
    private static final Logger log = LoggerFactory.getLogger(CanaryLog.class);

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Counter rejected;
    private final Counter wrongTopics;

    /** Publishes with that template. */
    public CanaryLog(KafkaTemplate<byte[], byte[]> kafka, MeterRegistry meters) {
        this.kafka = kafka;
        rejected = failures(meters, "rejected");
        wrongTopics = failures(meters, "wrong_topics");
    }

    /** Tells of a canary whose topics came; returns at once, as nothing waits for it. */
    public void tell(CanaryJudge.Verdict verdict) {
        if (verdict.failure() != null) {
            wrongTopics.increment();
            log.warn("A canary came through wrong: {}", verdict.failure());
            return;
        }
        CanaryArrived arrived = verdict.canary();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                Destinations.CANARIES, 0, arrived.page().getBytes(StandardCharsets.UTF_8), Json.bytes(arrived));
        arrived.toHeaders().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        kafka.send(record).whenComplete((sent, failure) -> {
            if (failure != null) {
                log.warn("A canary came through and could not be told of: {}", failure.getMessage());
            }
        });
    }

    /** Counts a canary that the parser refused. */
    public void refused(CanaryJudge.Verdict verdict) {
        rejected.increment();
        log.warn("A canary was rejected: {}", verdict.failure());
    }

    private static Counter failures(MeterRegistry meters, String reason) {
        return Counter.builder("jdfwire.canary.failures")
                .description("Canaries that came through wrong")
                .tag("reason", reason)
                .register(meters);
    }
}
