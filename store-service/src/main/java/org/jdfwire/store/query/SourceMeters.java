package org.jdfwire.store.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jdfwire.contracts.page.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The health of the sources for Prometheus; a source is a label, as sources are few and configured.
 *
 * <ul>
 *   <li>{@code jdfwire_source_outcome{source,outcome}}: 1 for the outcome that the source has now and 0 for each other,
 *       so the sum over the outcomes of a source is 1, or 0 where nothing was asked for yet;
 *   <li>{@code jdfwire_source_outcome_timestamp_seconds{source}}: Unix time, since when; absent without an outcome;
 *   <li>{@code jdfwire_source_last_success_timestamp_seconds{source}}: Unix time; absent before the first success;
 *   <li>{@code jdfwire_source_next_poll_timestamp_seconds{source}}: Unix time; absent where the source does not poll.
 * </ul>
 */
final class SourceMeters {
    private static final double MILLIS = 1000;

    private final SourceFinder sources;
    private final MultiGauge outcomes;
    private final MultiGauge sinces;
    private final MultiGauge lastSuccesses;
    private final MultiGauge nextPolls;

    SourceMeters(SourceFinder sources, MeterRegistry registry) {
        this.sources = sources;
        outcomes = MultiGauge.builder("jdfwire.source.outcome")
                .description("1 for the outcome that the source has now")
                .register(registry);
        sinces = times(registry, "jdfwire.source.outcome.timestamp", "Since when the source has its outcome");
        lastSuccesses =
                times(registry, "jdfwire.source.last.success.timestamp", "When a page of the source was last had");
        nextPolls = times(registry, "jdfwire.source.next.poll.timestamp", "When the next page of the source is due");
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
        sinces.register(rows(all, SourceHealth::since), true);
        lastSuccesses.register(rows(all, SourceHealth::lastSuccessAt), true);
        nextPolls.register(rows(all, SourceHealth::nextPollAt), true);
    }

    private static MultiGauge times(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name)
                .description(description)
                .baseUnit("seconds")
                .register(registry);
    }

    private static List<Row<?>> rows(List<SourceHealth> all, Function<SourceHealth, @Nullable Instant> time) {
        List<Row<?>> rows = new ArrayList<>();
        for (SourceHealth source : all) {
            Instant at = time.apply(source);
            if (at != null) {
                rows.add(Row.of(Tags.of("source", source.name()), at.toEpochMilli() / MILLIS));
            }
        }
        return rows;
    }

    private static Row<?> row(SourceHealth source, Outcome outcome) {
        return Row.of(
                Tags.of("source", source.name(), "outcome", outcome.label()), source.outcome() == outcome ? 1 : 0);
    }
}
