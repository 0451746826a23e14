package org.jdfwire.store.writer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.store.canary.CanaryJudge;
import org.jdfwire.store.canary.CanaryLog;
import org.jdfwire.store.projection.Rejects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/** Joins the list of rejects to the binding {@code reject-in-0}; a canary's is counted and not listed. */
final class RejectBinding {
    private static final Logger log = LoggerFactory.getLogger(RejectBinding.class);

    private final Rejects rejects;
    private final CanaryJudge judge;
    private final CanaryLog canaries;
    private final StageMeters stage;

    RejectBinding(Rejects rejects, CanaryJudge judge, CanaryLog canaries, StageMeters stage) {
        this.rejects = rejects;
        this.judge = judge;
        this.canaries = canaries;
        this.stage = stage;
    }

    /** Goes back to where MongoDB ends. */
    void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Rewind.toTheEndOf(rejects::next, consumer, partitions);
    }

    /** Keeps a batch; a record that cannot be read is counted and left out. */
    void accept(Message<List<byte[]>> batch) {
        List<LogRecord> records = new ArrayList<>();
        for (LogRecord record : LogRecord.of(batch)) {
            if (record.isCanary()) {
                refused(record);
            } else {
                records.add(record);
            }
        }
        try (StageMeters.Work work = stage.take(records.size())) {
            List<Rejects.Incoming> incoming = read(records);
            rejects.save(incoming);
            stage.handOn(incoming.size());
            work.done();
            incoming.forEach(reject -> log.info(
                    "Rejected {}: {}",
                    reject.event().page().url(),
                    reject.event().reason().text()));
        }
    }

    private void refused(LogRecord record) {
        CanaryJudge.Verdict verdict =
                judge.refused(record.headers(), new String(record.value(), StandardCharsets.UTF_8));
        if (verdict != null) {
            canaries.refused(verdict);
        }
    }

    private List<Rejects.Incoming> read(List<LogRecord> records) {
        List<Rejects.Incoming> incoming = new ArrayList<>();
        for (LogRecord record : records) {
            try {
                String id = EventAttributes.fromHeaders(record.headers()).id();
                incoming.add(new Rejects.Incoming(
                        id,
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        Json.read(record.value(), PageRejected.class)));
            } catch (IllegalArgumentException | JacksonException e) {
                stage.reject();
                log.error("{} offset {} is skipped: {}", Destinations.REJECTS, record.offset(), e.getMessage());
            }
        }
        return incoming;
    }
}
