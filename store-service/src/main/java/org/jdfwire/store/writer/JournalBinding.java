package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.trace.PageLine;
import org.jdfwire.contracts.trace.PageSpan;
import org.jdfwire.store.canary.CanaryJudge;
import org.jdfwire.store.canary.CanaryLog;
import org.jdfwire.store.projection.LogPosition;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.JournalEventReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/**
 * Joins the writer to the binding {@code store-in-0}: each assignment of the log begins with a recovery, and MongoDB,
 * not the consumer group, says where reading goes on.
 */
final class JournalBinding {
    private static final TopicPartition LOG = new TopicPartition(Destinations.TOPICS, 0);
    private static final Logger log = LoggerFactory.getLogger(JournalBinding.class);

    private final JournalWriter writer;
    private final Supplier<String> kafkaTopicId;
    private final BatchSpans spans;
    private final CanaryJudge judge;
    private final CanaryLog canaries;
    private final WriterMeters meters;

    JournalBinding(
            JournalWriter writer,
            Supplier<String> kafkaTopicId,
            BatchSpans spans,
            CanaryJudge judge,
            CanaryLog canaries,
            WriterMeters meters) {
        this.writer = writer;
        this.kafkaTopicId = kafkaTopicId;
        this.spans = spans;
        this.judge = judge;
        this.canaries = canaries;
        this.meters = meters;
    }

    /** Begins anew with this consumer; where that fails, the first batch tries again. */
    void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        // all that are assigned are told at once, so the log is another's where it is not among them
        meters.writes(partitions.contains(LOG));
        if (partitions.contains(LOG)) {
            writer.forget();
            recover(consumer);
        }
    }

    /** Another instance will write, or none. */
    void revoked(Collection<TopicPartition> partitions) {
        if (partitions.contains(LOG)) {
            meters.writes(false);
        }
    }

    /** Takes a batch; throws where a step fails, so that the binder brings the batch again. */
    void accept(Message<List<byte[]>> batch) {
        LogPosition position = writer.position();
        if (position == null) {
            // the last batch or the recovery at the assignment failed; the records come again after the seek
            recover(batch.getHeaders().get(KafkaHeaders.CONSUMER, Consumer.class));
            return;
        }
        List<LogRecord> records = LogRecord.of(batch).stream()
                .filter(record -> record.offset() > position.offset())
                .toList();
        int taken = 0;
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).beginsAnEpoch()) {
                // what comes before has cursors of the old epoch, what comes after those of the new one
                take(records.subList(taken, i));
                begin(records.get(i));
                taken = i + 1;
            }
        }
        take(records.subList(taken, records.size()));
    }

    private void begin(LogRecord record) {
        try {
            writer.begin(Json.read(record.value(), EpochBegun.class), record.offset());
            log.warn("From {} offset {} on, cursors are of a later epoch", Destinations.TOPICS, record.offset());
        } catch (IllegalArgumentException | JacksonException e) {
            skip(record, e);
        }
    }

    private void take(List<LogRecord> records) {
        LogPosition position = writer.position();
        if (records.isEmpty() || position == null) {
            return;
        }
        List<JournalEvent> events = new ArrayList<>(records.size());
        List<CanaryJudge.Verdict> verdicts = new ArrayList<>();
        try (spans;
                WriterMeters.Batch batch = meters.take(records)) {
            for (LogRecord record : records) {
                if (record.isCanary()) {
                    CanaryJudge.Verdict verdict = judge.take(record.headers(), record.value());
                    if (verdict != null) {
                        verdicts.add(verdict);
                    }
                    continue;
                }
                JournalEvent event = read(position, record);
                if (event != null) {
                    events.add(event);
                    spans.goOn(event.page(), record.headers());
                }
            }
            List<Change> changes =
                    writer.take(events, records.get(records.size() - 1).offset());
            changes.forEach(JournalBinding::tell);
            events.forEach(event -> tell(event, changes));
            batch.written(changes, writer::isNews);
            // only now is it certain that what came with them is in the feed
            verdicts.forEach(canaries::tell);
        } catch (DuplicateKeyException e) {
            meters.conflict();
            log.warn("Another writer has written the journal after {}; reading it again", position);
            throw e;
        }
    }

    private @Nullable JournalEvent read(LogPosition position, LogRecord record) {
        try {
            return JournalEventReader.read(
                    position.cursorAt(record.offset()), record.timestamp(), record.headers(), record.value());
        } catch (IllegalArgumentException | JacksonException e) {
            skip(record, e);
            return null;
        }
    }

    private void skip(LogRecord record, RuntimeException why) {
        meters.unreadable();
        log.error("{} offset {} is skipped: {}", Destinations.TOPICS, record.offset(), why.getMessage());
    }

    private void recover(@Nullable Consumer<?, ?> consumer) {
        if (consumer == null) {
            throw new IllegalStateException(KafkaHeaders.CONSUMER + ": absent (expected: the consumer of the batch)");
        }
        LogPosition next = writer.recover(kafkaTopicId.get());
        requireNotAhead(next, consumer.endOffsets(Set.of(LOG)).getOrDefault(LOG, 0L));
        consumer.seek(LOG, next.next());
        log.info("The journal goes on at {} offset {}, epoch {}", Destinations.TOPICS, next.next(), next.epoch());
    }

    /** Events that take the places of those that were journalled would be passed over as known. */
    private void requireNotAhead(LogPosition position, long end) {
        if (position.next() > end) {
            writer.forget();
            throw new IllegalStateException("The journal goes on at offset " + position.next() + " of "
                    + Destinations.TOPICS + ", which ends at " + end
                    + " (expected: at most there; where an older Kafka was brought back, run restored, then rebuild)");
        }
    }

    private static void tell(Change change) {
        log.debug(
                "{} {} at {} from {}",
                change.type().text(),
                change.key(),
                change.cursor(),
                change.page().url());
    }

    /** A page's manifest is its last event, so that is when its line is due. */
    private void tell(JournalEvent event, List<Change> changes) {
        if (!(event instanceof JournalEvent.PageRead read)) {
            return;
        }
        PageRef page = read.page();
        int topics = read.manifest().topicIds().size();
        int made = (int)
                changes.stream().filter(change -> change.page().equals(page)).count();
        PageSpan span = spans.of(page);
        span.became("stored", made);
        span.within(() -> PageLine.of(log, page.url(), page.version(), "stored")
                .addKeyValue(PageLine.TOPICS, topics)
                .addKeyValue(PageLine.CHANGES, made)
                .log("{} version {}: stored, {} topics, {} changes", page.url(), page.version(), topics, made));
    }
}
