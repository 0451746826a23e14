package org.jdfwire.fetcher.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.page.Outcome;

/**
 * Counts attempts as {@code jdfwire.pages} by {@code outcome}: the sum over all outcomes is the number of attempts, and
 * {@code fetched} is the number of pages published. All are there from the start, so that a rate never misses the
 * first.
 */
public final class OutcomeCounter {
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

    void count(Outcome outcome) {
        Objects.requireNonNull(counters.get(outcome)).increment();
    }
}
