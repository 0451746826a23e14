package org.jdfwire.parser.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.event.EventAttributes;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * One record of {@code jdf.pages} out of a batch.
 *
 * @param headers as text
 * @param key as text, empty where there is none
 * @param body the page's bytes, null for a record without a value
 * @param position partition and offset, for the log
 * @param published when Kafka took it, null where the batch does not tell
 */
record PageRecord(
        Map<String, String> headers,
        String key,
        byte @Nullable [] body,
        String position,
        @Nullable Instant published) {

    /** Takes a batch apart. */
    static List<PageRecord> of(Message<? extends List<?>> batch) {
        List<?> bodies = batch.getPayload();
        List<PageRecord> records = new ArrayList<>(bodies.size());
        for (int i = 0; i < bodies.size(); i++) {
            records.add(new PageRecord(
                    headers(at(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS, i)),
                    text(at(batch, KafkaHeaders.RECEIVED_KEY, i)),
                    bodies.get(i) instanceof byte[] bytes ? bytes : null,
                    at(batch, KafkaHeaders.RECEIVED_PARTITION, i) + "@" + at(batch, KafkaHeaders.OFFSET, i),
                    at(batch, KafkaHeaders.RECEIVED_TIMESTAMP, i) instanceof Long millis
                            ? Instant.ofEpochMilli(millis)
                            : null));
        }
        return records;
    }

    /** Whether it is there only to show that the way is open. */
    boolean isCanary() {
        return EventAttributes.isCanary(headers);
    }

    /** Returns the headers that all messages have which the page becomes: whose they are, or when it was published. */
    Map<String, String> handedOn() {
        String mark = headers.get(EventAttributes.header(EventAttributes.CANARY));
        if (mark != null) {
            return Map.of(EventAttributes.header(EventAttributes.CANARY), mark);
        }
        return published == null
                ? Map.of()
                : Map.of(EventAttributes.header(EventAttributes.PAGE_PUBLISHED), published.toString());
    }

    private static @Nullable Object at(Message<?> batch, String header, int index) {
        return batch.getHeaders().get(header) instanceof List<?> list && index < list.size() ? list.get(index) : null;
    }

    private static Map<String, String> headers(@Nullable Object raw) {
        if (!(raw instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return EventAttributes.decode(named);
    }

    private static String text(@Nullable Object key) {
        return key instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
    }
}
