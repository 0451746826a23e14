package org.jdfwire.store.poll;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PollRequested;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes operators' wishes to {@code jdf.polls}, where every fetcher hears them. */
public final class PollRequests {
    private final KafkaTemplate<byte[], byte[]> kafka;
    private final Duration patience;

    /** @param patience how long Kafka may take for one */
    PollRequests(KafkaTemplate<byte[], byte[]> kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    /** Returns once Kafka has the wish. */
    public void publish(PollRequested wish) throws PollNotTakenException, InterruptedException {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Destinations.POLLS, 0, wish.source().getBytes(StandardCharsets.UTF_8), Json.bytes(wish));
        wish.toHeaders().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            kafka.send(message).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | KafkaException | org.springframework.kafka.KafkaException e) {
            throw new PollNotTakenException(patience, e);
        }
    }
}
