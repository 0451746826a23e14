package org.jdfwire.store.writer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.store.projection.FetchDocument;
import org.jdfwire.store.projection.Fetches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/**
 * Joins the collection of fetches to the binding {@code watch-in-0}.
 *
 * <p>{@code jdfwire.fetches} counts records by {@code outcome}: kept or unreadable; the sum is what was taken.
 */
final class WatchBinding {
    private static final Logger log = LoggerFactory.getLogger(WatchBinding.class);

    private final Fetches fetches;
    private final MeterRegistry meters;

    WatchBinding(Fetches fetches, MeterRegistry meters) {
        this.fetches = fetches;
        this.meters = meters;
    }

    /** Reads a partition from its start where MongoDB has nothing of it, as when the database was dropped. */
    void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        List<TopicPartition> unknown = partitions.stream()
                .filter(partition -> !fetches.knows(partition.partition()))
                .toList();
        // an empty list would mean all of them to Kafka
        if (!unknown.isEmpty()) {
            consumer.seekToBeginning(unknown);
        }
    }

    /** Keeps a batch; a record that cannot be read is counted and left out. */
    void accept(Message<List<byte[]>> batch) {
        List<FetchDocument> documents = new ArrayList<>();
        for (LogRecord record : LogRecord.of(batch)) {
            try {
                documents.add(FetchDocument.of(record.partition(), Json.read(record.value(), FetchRecord.class)));
            } catch (IllegalArgumentException | JacksonException e) {
                meters.counter("jdfwire.fetches", "outcome", "unreadable").increment();
                log.error(
                        "{}-{} offset {} is skipped: {}",
                        Destinations.FETCHES,
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
        fetches.save(documents);
        meters.counter("jdfwire.fetches", "outcome", "kept").increment(documents.size());
    }
}
