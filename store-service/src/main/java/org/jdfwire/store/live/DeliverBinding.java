package org.jdfwire.store.live;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.filter.FilterFields;
import org.springframework.messaging.Message;

/** Joins the tail to the binding {@code deliver-in-0}: {@code jdf.changes} from its end, on every instance. */
public final class DeliverBinding {
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

    /** Encodes each change once, for all who follow; its JSON is the text that the journal has too. */
    public void accept(Message<List<byte[]>> batch) {
        for (byte[] json : batch.getPayload()) {
            Change change = Json.read(json, Change.class);
            tail.append(LiveChange.of(change.cursor(), change.type().text(), json), FilterFields.of(change));
        }
    }
}
