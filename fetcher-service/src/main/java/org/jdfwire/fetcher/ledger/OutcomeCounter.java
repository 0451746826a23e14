package org.jdfwire.fetcher.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.trace.PageLine;
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

    public OutcomeCounter(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("jdfwire.pages")
                            .description("Attempts to get a page, by how they ended")
                            .tag("outcome", outcome.label())
                            .register(registry));
        }
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
        String detail = entry.record().detail();
        PageLine.of(LOG, entry.record().url(), entry.record().version(), outcome.label())
                .log(
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
