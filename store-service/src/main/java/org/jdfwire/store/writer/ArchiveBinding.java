package org.jdfwire.store.writer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.store.archive.ArchivedPage;
import org.jdfwire.store.archive.PageArchive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * Joins the archive of pages to the binding {@code archive-in-0}.
 *
 * <p>{@code jdfwire.archive} counts pages by {@code outcome}: kept or unreadable; the sum is what was taken.
 */
final class ArchiveBinding {
    private static final Logger log = LoggerFactory.getLogger(ArchiveBinding.class);

    private final PageArchive archive;
    private final MeterRegistry meters;

    ArchiveBinding(PageArchive archive, MeterRegistry meters) {
        this.archive = archive;
        this.meters = meters;
    }

    /** Goes back to where MongoDB ends. */
    void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Rewind.toTheEndOf(archive::next, consumer, partitions);
    }

    /** Keeps a batch; a record that cannot be read is counted and left out. */
    void accept(Message<List<byte[]>> batch) {
        List<ArchivedPage> pages = new ArrayList<>();
        for (LogRecord record : LogRecord.of(batch)) {
            try {
                pages.add(new ArchivedPage(
                        record.partition(),
                        record.offset(),
                        PageFetched.fromHeaders(record.headers()),
                        record.value()));
            } catch (IllegalArgumentException e) {
                meters.counter("jdfwire.archive", "outcome", "unreadable").increment();
                log.error(
                        "{}-{} offset {} is skipped: {}",
                        Destinations.PAGES,
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
        }
        archive.save(pages);
        meters.counter("jdfwire.archive", "outcome", "kept").increment(pages.size());
    }
}
