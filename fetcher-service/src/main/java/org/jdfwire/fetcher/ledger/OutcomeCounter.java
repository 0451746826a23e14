package org.jdfwire.fetcher.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts attempts as {@code jdfwire.pages} by {@code outcome}: the sum over all outcomes is the number of attempts, and
 * {@code fetched} is the number of pages published. All are there from the start, so that a rate never misses the
 * first.
 */
public final class OutcomeCounter {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeCounter.class);

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private final StageMeters stage;

    public OutcomeCounter(MeterRegistry registry) {
        stage = new StageMeters(registry, InstantSource.system(), "fetch");
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("jdfwire.pages")
                            .description("Attempts to get a page, by how they ended")
                            .tag("outcome", outcome.label())
                            .register(registry));
        }
    }

    /** Begins so many attempts. */
    StageMeters.Work begin(int attempts) {
        return stage.take(attempts);
    }

    /** Counts what was written and says it in a line. */
    void report(Entry entry) {
        Outcome outcome = entry.outcome();
        if (outcome == null) {
            LOG.debug("{} is to be asked for", entry.record().url());
            return;
        }
        Objects.requireNonNull(counters.get(outcome)).increment();
        PageFetched page = entry.page();
        if (page != null) {
            stage.handOn(1);
        } else if (!outcome.isSuccess()) {
            stage.reject();
        }
        String detail = entry.record().detail();
        LOG.info(
                "{} {}{}{}",
                outcome,
                entry.record().url(),
                page == null
                        ? ""
                        : " version " + page.page().version() + " via "
                                + page.via().text(),
                detail == null ? "" : ": " + detail);
    }
}
