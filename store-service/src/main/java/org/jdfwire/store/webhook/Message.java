package org.jdfwire.store.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is sent in one request, the same at each attempt.
 *
 * @param id {@code webhook-id}; follows from subscription and cursor, so a receiver knows a repetition by it
 * @param type as in the feed, or {@code test}
 * @param cursor of its change, or null for a test
 * @param body {@code {"type","timestamp","data"}}, where data is the change byte for byte as the feed has it
 */
record Message(String id, String type, @Nullable Cursor cursor, byte[] body) {

    /** The message that tells a subscription of a change. */
    static Message of(String subscriptionId, JournalEntry entry) {
        return new Message(
                "msg_" + subscriptionId + '_' + entry.cursor(),
                entry.type(),
                entry.cursor(),
                body(entry.type(), entry.change().recordedAt(), entry.json()));
    }

    /** A message that only tries the way. */
    static Message test(String subscriptionId, String nonce, Instant now) {
        return new Message(
                "msg_" + subscriptionId + "_test_" + nonce,
                "test",
                null,
                body("test", now, "{\"subscription\":\"" + subscriptionId + "\"}"));
    }

    private static byte[] body(String type, Instant at, String data) {
        String text = "{\"type\":" + Json.MAPPER.writeValueAsString(type) + ",\"timestamp\":\"" + at + "\",\"data\":"
                + data + '}';
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
