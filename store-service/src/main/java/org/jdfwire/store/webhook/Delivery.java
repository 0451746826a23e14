package org.jdfwire.store.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One attempt, a document of the collection {@code deliveries}.
 *
 * @param slot its place in the ring of its subscription's attempts, the document's {@code _id}
 * @param number counts the subscription's attempts, from 0
 * @param messageId {@code webhook-id}
 * @param type of the change
 * @param cursor of the change
 * @param at when the attempt began
 * @param millis how long it took
 * @param outcome how it ended
 * @param status of the answer, or null
 * @param detail in a few words
 */
@Document("deliveries")
public record Delivery(
        @MongoId String slot,
        long number,
        String messageId,
        String type,
        long cursor,
        Instant at,
        long millis,
        Outcome outcome,
        @Nullable Integer status,
        String detail) {}
