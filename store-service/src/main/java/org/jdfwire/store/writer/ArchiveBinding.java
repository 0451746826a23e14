package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.store.archive.ArchivedPage;
import org.jdfwire.store.archive.PageArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Joins the archive of pages to the binding {@code archive-in-0}.
 *
 * <p>Canaries are not kept, but how far they reach is, or each start would read them all again.
 */
final class ArchiveBinding {
    private static final Logger log = LoggerFactory.getLogger(ArchiveBinding.class);

    private final PageArchive archive;
    private final StageMeters stage;

    ArchiveBinding(PageArchive archive, StageMeters stage) {
        this.archive = archive;
        this.stage = stage;
    }

    /** Goes back to where MongoDB ends. */
    void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Rewind.toTheEndOf(archive::next, consumer, partitions);
    }

    /** Keeps a batch; a record that cannot be read is counted and left out. */
    void accept(Message<List<byte[]>> batch) {
        List<LogRecord> records = new ArrayList<>();
        Map<Integer, Long> passedOver = new HashMap<>();
        for (LogRecord record : LogRecord.of(batch)) {
            if (record.isCanary()) {
                passedOver.put(record.partition(), record.offset());
            } else {
                records.add(record);
            }
        }
        try (StageMeters.Work work = stage.take(records.size())) {
            List<ArchivedPage> pages = read(records);
            archive.save(pages);
            archive.passOver(passedOver);
            stage.handOn(pages.size());
            work.done();
        }
    }

    private List<ArchivedPage> read(List<LogRecord> records) {
        List<ArchivedPage> pages = new ArrayList<>();
        for (LogRecord record : records) {
            try {
                pages.add(new ArchivedPage(
                        record.partition(),
                        record.offset(),
                        PageFetched.fromHeaders(record.headers()),
                        record.value()));
            } catch (IllegalArgumentException e) {
                stage.reject();
                log.error(
                        "{}-{} offset {} is skipped: {}",
                        Destinations.PAGES,
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
        return pages;
    }
}
