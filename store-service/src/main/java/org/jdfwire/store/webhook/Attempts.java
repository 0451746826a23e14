package org.jdfwire.store.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.meter.StageMeters;

/** Makes attempts, each of them counted in {@code jdfwire_webhook_deliveries_total} and, but for tests, written down. */
final class Attempts {
    private final SecretBox box;
    private final WebhookClient client;
    private final DeliveryLog deliveries;
    private final InstantSource clock;
    private final Map<Outcome, Counter> counted = new EnumMap<>(Outcome.class);
    private final StageMeters stage;

    Attempts(SecretBox box, WebhookClient client, DeliveryLog deliveries, InstantSource clock, MeterRegistry meters) {
        this.box = box;
        this.client = client;
        this.deliveries = deliveries;
        this.clock = clock;
        stage = new StageMeters(meters, clock, "webhook");
        for (Outcome outcome : Outcome.values()) {
            counted.put(
                    outcome,
                    Counter.builder("jdfwire.webhook.deliveries")
                            .description("Attempts to send a webhook's message, tests included")
                            .tag("outcome", outcome.text())
                            .register(meters));
        }
    }

    /** Returns the longest that one attempt takes. */
    Duration longest() {
        return client.longest();
    }

    /**
     * Sends a message once.
     *
     * @throws IllegalStateException where the secrets cannot be opened, before anything is sent
     */
    Result make(Subscription subscription, Message message) {
        Instant begun = clock.instant();
        List<byte[]> secrets = subscription.secrets().stream()
                .filter(secret -> secret.signs(begun))
                .map(secret -> box.open(subscription.id(), secret.sealed()))
                .toList();
        Result result = send(subscription, message, secrets);
        Cursor cursor = message.cursor();
        if (cursor != null) {
            long number = subscription.progress().attempts();
            deliveries.write(new Delivery(
                    DeliveryLog.slot(subscription.id(), number),
                    number,
                    message.id(),
                    message.type(),
                    cursor.value(),
                    begun,
                    Duration.between(begun, clock.instant()).toMillis(),
                    result.outcome(),
                    result.status(),
                    result.detail()));
        }
        return result;
    }

    private Result send(Subscription subscription, Message message, List<byte[]> secrets) {
        try (StageMeters.Work attempt = stage.take(1)) {
            Result result = client.send(subscription.url(), message, secrets);
            Objects.requireNonNull(counted.get(result.outcome())).increment();
            if (result.isDelivered()) {
                stage.handOn(1);
            } else {
                stage.reject();
            }
            attempt.done();
            return result;
        }
    }
}
