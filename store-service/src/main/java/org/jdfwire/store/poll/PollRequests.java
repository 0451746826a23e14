package org.jdfwire.store.poll;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PollRequested;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Publishes operators' wishes to {@code jdf.polls}, where every fetcher hears them. */
@Component
public final class PollRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaTemplate<byte[], byte[]> kafka;

    PollRequests(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * Returns once Kafka has the wish.
     *
     * @throws TimeoutException when it does not take it within seconds; it may still do so, and fetchers pass over a wish
     *     that is too old
     */
    public void publish(PollRequested wish) throws TimeoutException, InterruptedException {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Destinations.POLLS, 0, wish.source().getBytes(StandardCharsets.UTF_8), Json.bytes(wish));
        wish.toHeaders().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            kafka.send(message).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(Destinations.POLLS + " does not take " + wish, e.getCause());
        }
    }
}
