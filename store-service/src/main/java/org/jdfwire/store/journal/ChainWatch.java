package org.jdfwire.store.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Walks along the hash chain while the store runs, some thousand changes at a time: at each look what was added since, and
 * once a day all of it again.
 *
 * <p>{@code jdfwire_journal_intact} is 0 from the first break on, until a walk from the beginning to the end finds none.
 */
public final class ChainWatch {
    private static final Logger log = LoggerFactory.getLogger(ChainWatch.class);
    private static final Duration ANEW = Duration.ofDays(1);
    private static final double MILLIS = 1000;

    private final TopicJournal journal;
    private final Horizons horizons;
    private final ChainCheck chain;
    private final long most;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Counter checked;

    private Position walked = Position.START;
    private Instant begun;
    private boolean breakSeen;
    private volatile boolean intact = true;
    private volatile @Nullable Instant atTheEnd;

    /** @param most changes that one look checks */
    public ChainWatch(
            TopicJournal journal,
            Horizons horizons,
            ChainCheck chain,
            long most,
            InstantSource clock,
            MeterRegistry meters) {
        this.journal = journal;
        this.horizons = horizons;
        this.chain = chain;
        this.most = most;
        this.clock = clock;
        this.meters = meters;
        begun = clock.instant();
        checked = Counter.builder("jdfwire.journal.checked")
                .description("Changes whose hash was checked")
                .register(meters);
        Gauge.builder("jdfwire.journal.intact", this, watch -> watch.intact ? 1 : 0)
                .description("1 while the hash chain holds as far as it was checked")
                .register(meters);
    }

    /** Goes on from where the last look came to. */
    @Scheduled(fixedDelayString = "${store.chain-check}")
    public void look() {
        if (begun.plus(ANEW).isBefore(clock.instant()) || breakSeen) {
            beginAnew();
        }
        JournalEnd end = journal.end();
        if (end == null) {
            arrived();
            return;
        }
        Horizon horizon = horizons.load();
        Position from = horizon != null && horizon.cuts(walked) ? horizon.position() : walked;
        ChainCheck.Verdict verdict = chain.check(from, end.cursor(), most);
        checked.increment(verdict.verified());
        Cursor last = verdict.last();
        walked = last == null ? from : Position.after(last);
        ChainCheck.Break broken = verdict.firstBreak();
        if (broken != null) {
            // a trim that came in between takes away what the next change hangs on, and it moves the horizon first
            if (Objects.equals(horizon, horizons.load())) {
                breakSeen = true;
                intact = false;
                log.error("The hash chain is broken at {}: {}", broken.cursor(), broken);
            }
        } else if (!walked.isBefore(end.cursor())) {
            arrived();
        }
    }

    private void beginAnew() {
        walked = Position.START;
        begun = clock.instant();
        breakSeen = false;
    }

    private void arrived() {
        boolean isFirst = atTheEnd == null;
        atTheEnd = clock.instant();
        intact = true;
        if (isFirst) {
            Gauge.builder("jdfwire.journal.checked.timestamp", this, ChainWatch::lastSeconds)
                    .description("When the check of the hash chain last came to the journal's end")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    private double lastSeconds() {
        Instant time = atTheEnd;
        return time == null ? Double.NaN : time.toEpochMilli() / MILLIS;
    }
}
