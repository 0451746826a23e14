package org.jdfwire.store.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.webhook.Delivery;
import org.jdfwire.store.webhook.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as operators see it.
 *
 * @param since it goes on after this cursor; {@code earliest} before the first change
 * @param state {@code active}, {@code paused} or {@code disabled}
 * @param reason why it is not active
 * @param attempts that were ever made
 * @param failures in a row at the change that is due
 * @param secret only in the answer that makes it
 * @param secrets when each that signs was made, and until when it does
 */
record SubscriptionView(
        String id,
        String url,
        String description,
        Map<String, List<String>> filter,
        String since,
        String state,
        @Nullable String reason,
        Instant stateSince,
        long attempts,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastFailure,
        @Nullable String secret,
        List<SecretView> secrets,
        Instant createdAt,
        String createdBy) {

    /** A secret without what is secret of it. */
    record SecretView(Instant madeAt, @Nullable Instant until) {}

    /** An attempt. */
    record DeliveryView(
            String webhookId,
            String type,
            String cursor,
            Instant at,
            long millis,
            String outcome,
            @Nullable Integer status,
            String detail) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.messageId(),
                    delivery.type(),
                    Long.toString(delivery.cursor()),
                    delivery.at(),
                    delivery.millis(),
                    delivery.outcome().text(),
                    delivery.status(),
                    delivery.detail());
        }
    }

    static SubscriptionView of(Subscription subscription, @Nullable String secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.url(),
                subscription.description(),
                FilterParameters.write(subscription.filter()),
                since(subscription.position()),
                subscription.status().state().text(),
                subscription.status().reason(),
                subscription.status().since(),
                subscription.progress().attempts(),
                subscription.progress().failures(),
                subscription.progress().failingSince(),
                subscription.progress().nextAttemptAt(),
                subscription.progress().lastFailure(),
                secret,
                subscription.secrets().stream()
                        .map(each -> new SecretView(each.madeAt(), each.until()))
                        .toList(),
                subscription.createdAt(),
                subscription.createdBy());
    }

    private static String since(Position position) {
        return position.equals(Position.START) ? Since.EARLIEST : Long.toString(position.value());
    }
}
