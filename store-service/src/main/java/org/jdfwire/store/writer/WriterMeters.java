package org.jdfwire.store.writer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.meter.StageMeters;

/**
 * What the journal's writer tells of itself: the stage {@code store}, the changes by type, whether it is this instance that
 * writes, and how long pages were under way.
 */
final class WriterMeters {
    private static final String PUBLISHED = EventAttributes.header(EventAttributes.PAGE_PUBLISHED);

    private final InstantSource clock;
    private final StageMeters stage;
    private final Map<ChangeType, Counter> changes = new EnumMap<>(ChangeType.class);
    private final Counter conflicts;
    private final Timer pageToFeed;
    private volatile boolean writing;

    WriterMeters(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        stage = new StageMeters(registry, clock, "store");
        for (ChangeType type : ChangeType.values()) {
            changes.put(
                    type,
                    Counter.builder("jdfwire.changes")
                            .description("Changes written by this instance")
                            .tag("type", type.text())
                            .register(registry));
        }
        conflicts = Counter.builder("jdfwire.journal.conflicts")
                .description("Batches given up because another instance had written the journal")
                .register(registry);
        pageToFeed = Timer.builder("jdfwire.page.to.feed")
                .description("From a page's publication by the fetcher to the last of its changes in the feed")
                .serviceLevelObjectives(StageMeters.buckets())
                .register(registry);
        Gauge.builder("jdfwire.journal.writer", this, meters -> meters.writing ? 1 : 0)
                .description("1 where this instance writes the journal")
                .register(registry);
    }

    /** Says whether this instance is the one that writes. */
    void writes(boolean writes) {
        writing = writes;
    }

    void unreadable() {
        stage.reject();
    }

    void conflict() {
        conflicts.increment();
    }

    /** Takes a batch; its canaries are not counted. */
    Batch take(List<LogRecord> records) {
        return new Batch(records);
    }

    /** A batch in hand. */
    final class Batch implements AutoCloseable {
        private final StageMeters.Work work;
        private final Map<Long, Instant> published = new HashMap<>();

        private Batch(List<LogRecord> records) {
            int count = 0;
            for (LogRecord record : records) {
                if (!record.isCanary()) {
                    count++;
                    note(record);
                }
            }
            work = stage.take(count);
        }

        /** Counts the changes it made, and the time that each page with news among them took. */
        void written(List<Change> made, Predicate<Change> isNews) {
            Map<String, Instant> pages = new HashMap<>();
            for (Change change : made) {
                Objects.requireNonNull(changes.get(change.type())).increment();
                Instant at = published.get(change.cursor().offset());
                if (at != null && isNews.test(change)) {
                    pages.put(change.page().url(), at);
                }
            }
            Instant now = clock.instant();
            pages.values().forEach(at -> pageToFeed.record(Duration.between(at, now)));
            stage.handOn(made.size());
            work.done();
        }

        @Override
        public void close() {
            work.close();
        }

        private void note(LogRecord record) {
            String at = record.headers().get(PUBLISHED);
            if (at == null) {
                return;
            }
            try {
                published.put(record.offset(), Instant.parse(at));
            } catch (DateTimeParseException e) {
                // only the time that it took remains unknown
                published.remove(record.offset());
            }
        }
    }
}
