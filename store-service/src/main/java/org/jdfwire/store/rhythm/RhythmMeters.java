package org.jdfwire.store.rhythm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdfwire.store.query.IssueFinder;
import org.springframework.scheduling.annotation.Scheduled;

/** The newest issue of each publication and when its next is expected, for Prometheus; publications are few. */
final class RhythmMeters {
    private static final double MILLIS = 1000;

    private final Rhythms rhythms;
    private final MultiGauge newest;
    private final MultiGauge expected;
    private final MultiGauge overdue;

    RhythmMeters(Rhythms rhythms, MeterRegistry meters) {
        this.rhythms = rhythms;
        newest = MultiGauge.builder("jdfwire.issue.newest")
                .description("Number of the newest issue")
                .register(meters);
        expected = MultiGauge.builder("jdfwire.issue.expected.timestamp")
                .description("When the next issue is expected")
                .baseUnit("seconds")
                .register(meters);
        overdue = MultiGauge.builder("jdfwire.issue.overdue.timestamp")
                .description("From when on the next issue counts as overdue")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Looks again; issues come once a month, but a rebuild brings them all within a minute. */
    @Scheduled(fixedDelayString = "PT10S")
    void refresh() {
        List<IssueFinder.IssueOverview> known = rhythms.issues();
        Map<String, Integer> numbers = known.stream()
                .collect(Collectors.toMap(
                        IssueFinder.IssueOverview::publication, IssueFinder.IssueOverview::number, Math::max));
        newest.register(
                numbers.entrySet().stream()
                        .<Row<?>>map(issue -> Row.of(Tags.of("publication", issue.getKey()), issue.getValue()))
                        .toList(),
                true);
        List<Rhythm> found = Rhythms.rhythms(known);
        expected.register(rows(found, Rhythm::expectedAt), true);
        overdue.register(rows(found, Rhythm::overdueAt), true);
    }

    private static List<Row<?>> rows(List<Rhythm> rhythms, Function<Rhythm, Instant> time) {
        return rhythms.stream()
                .<Row<?>>map(rhythm -> Row.of(
                        Tags.of("publication", rhythm.publication()),
                        time.apply(rhythm).toEpochMilli() / MILLIS))
                .toList();
    }
}
