package org.jdfwire.store.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;

/** How long the journal is and where it ends, looked up now and then, so that a scrape waits for no database. */
public final class JournalMeters {
    private final TopicJournal journal;
    private volatile long changes;
    private volatile @Nullable JournalEnd end;

    /** Looks at that journal. */
    public JournalMeters(TopicJournal journal, MeterRegistry meters) {
        this.journal = journal;
        Gauge.builder("jdfwire.journal.changes", this, look -> look.changes)
                .description("Changes that the journal holds")
                .register(meters);
        Gauge.builder("jdfwire.journal.offset", this, JournalMeters::offset)
                .description("Offset in jdf.topics of the newest change")
                .register(meters);
        Gauge.builder("jdfwire.journal.epoch", this, JournalMeters::epoch)
                .description("How often Kafka was made anew or a backup brought back, as the newest cursor tells")
                .register(meters);
    }

    /** Looks again. */
    @Scheduled(fixedDelayString = "PT10S")
    public void refresh() {
        long now = journal.size();
        // one that is as long as before ends where it did, and an embedded database finds the end by reading it all
        if (now != changes) {
            end = journal.end();
            changes = now;
        }
    }

    private double offset() {
        JournalEnd last = end;
        return last == null ? 0 : last.cursor().offset();
    }

    private double epoch() {
        JournalEnd last = end;
        return last == null ? 0 : last.cursor().epoch();
    }
}
