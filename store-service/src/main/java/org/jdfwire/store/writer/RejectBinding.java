package org.jdfwire.store.writer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.trace.PageLine;
import org.jdfwire.store.projection.Rejects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/** Joins the list of rejects to the binding {@code reject-in-0}. */
final class RejectBinding {
    private static final Logger log = LoggerFactory.getLogger(RejectBinding.class);

    private final Rejects rejects;
    private final MeterRegistry meters;

    RejectBinding(Rejects rejects, MeterRegistry meters) {
        this.rejects = rejects;
        this.meters = meters;
    }

    /** Goes back to where MongoDB ends. */
    void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Rewind.toTheEndOf(rejects::next, consumer, partitions);
    }

    /** Keeps a batch; a record that cannot be read is counted and left out. */
    void accept(Message<List<byte[]>> batch) {
        List<Rejects.Incoming> incoming = new ArrayList<>();
        for (LogRecord record : LogRecord.of(batch)) {
            try {
                String id = EventAttributes.fromHeaders(record.headers()).id();
                incoming.add(new Rejects.Incoming(
                        id,
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        Json.read(record.value(), PageRejected.class)));
            } catch (IllegalArgumentException | JacksonException e) {
                meters.counter("jdfwire.rejects", "outcome", "unreadable").increment();
                log.error("{} offset {} is skipped: {}", Destinations.REJECTS, record.offset(), e.getMessage());
            }
        }
        rejects.save(incoming);
        for (Rejects.Incoming reject : incoming) {
            meters.counter("jdfwire.rejects", "outcome", "kept").increment();
            PageRef page = reject.event().page();
            PageLine.of(log, page.url(), page.version(), "rejected")
                    .log(
                            "{} version {}: rejected, {}",
                            page.url(),
                            page.version(),
                            reject.event().reason().text());
        }
    }
}
