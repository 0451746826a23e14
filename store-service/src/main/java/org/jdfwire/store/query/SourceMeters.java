package org.jdfwire.store.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdfwire.contracts.page.Outcome;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The health of the sources for Prometheus; a source is a label, as sources are few and configured.
 *
 * <ul>
 *   <li>{@code jdfwire_source_outcome{source,outcome}}: 1 for the outcome that the source has now and 0 for each other,
 *       so the sum over the outcomes of a source is 1, or 0 where nothing was asked for yet;
 *   <li>{@code jdfwire_source_last_success_timestamp_seconds{source}}: Unix time; absent before the first success.
 * </ul>
 */
final class SourceMeters {
    private static final double MILLIS = 1000;

    private final SourceFinder sources;
    private final MultiGauge outcomes;
    private final MultiGauge lastSuccesses;

    SourceMeters(SourceFinder sources, MeterRegistry registry) {
        this.sources = sources;
        outcomes = MultiGauge.builder("jdfwire.source.outcome")
                .description("1 for the outcome that the source has now")
                .register(registry);
        lastSuccesses = MultiGauge.builder("jdfwire.source.last.success.timestamp")
                .description("When a page of the source was last had")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Looks again; a store that no record of a source reaches must not show what it once was. */
    @Scheduled(fixedDelayString = "PT10S")
    void refresh() {
        List<SourceHealth> all = sources.all();
        outcomes.register(
                all.stream()
                        .flatMap(source -> Arrays.stream(Outcome.values()).map(outcome -> row(source, outcome)))
                        .toList(),
                true);
        List<Row<?>> successes = new ArrayList<>();
        for (SourceHealth source : all) {
            Instant last = source.lastSuccessAt();
            if (last != null) {
                successes.add(Row.of(Tags.of("source", source.name()), last.toEpochMilli() / MILLIS));
            }
        }
        lastSuccesses.register(successes, true);
    }

    private static Row<?> row(SourceHealth source, Outcome outcome) {
        return Row.of(
                Tags.of("source", source.name(), "outcome", outcome.label()), source.outcome() == outcome ? 1 : 0);
    }
}
