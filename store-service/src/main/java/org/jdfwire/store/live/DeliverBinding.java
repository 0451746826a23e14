package org.jdfwire.store.live;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.store.filter.FilterFields;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Joins the tail to the binding {@code deliver-in-0}: {@code jdf.changes} from its end, on every instance. */
public final class DeliverBinding {
    private static final Map<String, ChangeType> TYPES =
            Arrays.stream(ChangeType.values()).collect(Collectors.toMap(ChangeType::eventType, Function.identity()));

    private final LiveTail tail;

    /** Fills this tail. */
    public DeliverBinding(LiveTail tail) {
        this.tail = tail;
    }

    /** Begins anew: what was published while no partition was assigned is only in the journal. */
    public void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        // asked now, so that the end is fixed before subscribers are told to read the journal again
        partitions.forEach(consumer::position);
        tail.restart();
    }

    /**
     * Encodes each change once, for all who follow; its JSON is the text that the journal has too. What a change is stands
     * in its headers, so that the JSON is only read where somebody's filter asks for more.
     */
    public void accept(Message<List<byte[]>> batch) {
        List<byte[]> values = batch.getPayload();
        List<Map<String, Object>> headers = headers(batch);
        for (int i = 0; i < values.size(); i++) {
            byte[] json = values.get(i);
            EventAttributes event = EventAttributes.fromHeaders(EventAttributes.decode(headers.get(i)));
            Cursor cursor = Cursor.parse(event.requiredExtension("cursor"));
            tail.append(
                    LiveChange.of(cursor, type(event).text(), json),
                    () -> FilterFields.of(Json.read(json, Change.class)));
        }
    }

    private static ChangeType type(EventAttributes event) {
        ChangeType type = TYPES.get(event.type());
        return type != null ? type : Checks.refuse("ce_type", event.type(), "one of " + TYPES.keySet());
    }

    @SuppressWarnings("unchecked") // as the binder gives them in batch mode: a map for each record
    private static List<Map<String, Object>> headers(Message<?> batch) {
        if (batch.getHeaders().get(KafkaHeaders.BATCH_CONVERTED_HEADERS) instanceof List<?> list) {
            return (List<Map<String, Object>>) list;
        }
        throw new IllegalStateException(KafkaHeaders.BATCH_CONVERTED_HEADERS
                + ": absent (expected: a list, as the binder gives in batch mode)");
    }
}
