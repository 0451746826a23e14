package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.store.projection.FetchDocument;
import org.jdfwire.store.projection.Fetches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/** Joins the collection of fetches to the binding {@code watch-in-0}. */
final class WatchBinding {
    private static final Logger log = LoggerFactory.getLogger(WatchBinding.class);

    private final Fetches fetches;
    private final StageMeters stage;

    WatchBinding(Fetches fetches, StageMeters stage) {
        this.fetches = fetches;
        this.stage = stage;
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
        List<LogRecord> records = LogRecord.of(batch);
        try (StageMeters.Work work = stage.take(records.size())) {
            List<FetchDocument> documents = read(records);
            fetches.save(documents);
            stage.handOn(documents.size());
            work.done();
        }
    }

    private List<FetchDocument> read(List<LogRecord> records) {
        List<FetchDocument> documents = new ArrayList<>();
        for (LogRecord record : records) {
            try {
                documents.add(FetchDocument.of(record.partition(), Json.read(record.value(), FetchRecord.class)));
            } catch (IllegalArgumentException | JacksonException e) {
                stage.reject();
                log.error(
                        "{}-{} offset {} is skipped: {}",
                        Destinations.FETCHES,
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
        return documents;
    }
}
