package org.jdfwire.store.writer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.event.EventAttributes;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A record of a Kafka topic, apart from the batch it came in.
 *
 * @param partition its partition
 * @param offset its place in its partition
 * @param timestamp Kafka's
 * @param headers as text
 * @param value as it is
 */
record LogRecord(int partition, long offset, Instant timestamp, Map<String, String> headers, byte[] value) {

    /** Takes a batch apart: the binder delivers values and headers as lists of the same length. */
    static List<LogRecord> of(Message<List<byte[]>> batch) {
        List<?> partitions = list(batch, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(batch, KafkaHeaders.OFFSET);
        List<?> timestamps = list(batch, KafkaHeaders.RECEIVED_TIMESTAMP);
        List<?> headers = list(batch, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        // a tombstone is no byte[] but a marker object; it becomes an empty value, which no event has
        List<?> values = batch.getPayload();
        List<LogRecord> records = new ArrayList<>(offsets.size());
        for (int i = 0; i < offsets.size(); i++) {
            records.add(new LogRecord(
                    (Integer) partitions.get(i),
                    (Long) offsets.get(i),
                    Instant.ofEpochMilli((Long) timestamps.get(i)),
                    EventAttributes.decode(textual((Map<?, ?>) headers.get(i))),
                    values.get(i) instanceof byte[] bytes ? bytes : new byte[0]));
        }
        return records;
    }

    /** Whether it is of a canary, which leaves no trace in what readers see. */
    boolean isCanary() {
        return EventAttributes.isCanary(headers);
    }

    /** Whether it is no event of a page but says that an older state of the log was brought back. */
    boolean beginsAnEpoch() {
        return EpochBegun.isToldBy(headers);
    }

    private static List<?> list(Message<?> batch, String header) {
        if (batch.getHeaders().get(header) instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException(header + ": absent (expected: a list, as the binder gives in batch mode)");
    }

    private static Map<String, Object> textual(Map<?, ?> headers) {
        Map<String, Object> named = new LinkedHashMap<>();
        headers.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
