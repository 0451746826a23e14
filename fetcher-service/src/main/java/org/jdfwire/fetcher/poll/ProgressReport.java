package org.jdfwire.fetcher.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jdfwire.fetcher.ledger.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how far a source is with pages that were never asked for, such as the back numbers: a line a minute while there
 * are any, and the gauges {@code jdfwire.source.pages} by {@code state} and {@code jdfwire.source.remaining}.
 */
final class ProgressReport {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressReport.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final String source;
    private final Duration delay;
    private volatile Progress last = new Progress(0, 0, 0);
    private volatile Duration remaining = Duration.ZERO;
    private @Nullable Instant begun;
    private @Nullable Instant reported;
    private int asked;

    /** @param delay the least time a page takes */
    ProgressReport(String source, Duration delay, MeterRegistry meters) {
        this.source = source;
        this.delay = delay;
        pages(meters, "done", Progress::done);
        pages(meters, "failed", Progress::failed);
        pages(meters, "open", Progress::open);
        Gauge.builder("jdfwire.source.remaining", this, report -> report.remaining.toSeconds())
                .description("Time until each page known was asked for once, as it goes now")
                .baseUnit("seconds")
                .tag("source", source)
                .register(meters);
    }

    /** Takes note of an attempt. */
    void asked(boolean firstTime) {
        if (firstTime) {
            asked++;
        }
    }

    /** Looks how far the source is, if that was not done within the minute. */
    void update(Instant now, Supplier<Progress> look) {
        if (reported != null && now.isBefore(reported.plus(EVERY))) {
            return;
        }
        boolean wasOpen = last.open() > 0;
        last = look.get();
        remaining = remaining(now);
        reported = now;
        if (last.open() > 0) {
            LOG.info(
                    "{}: {} of {} pages known are done, {} failed, {} to go, until about {}",
                    source,
                    last.done(),
                    last.known(),
                    last.failed(),
                    last.open(),
                    now.plus(remaining).truncatedTo(ChronoUnit.MINUTES));
        } else if (wasOpen) {
            LOG.info("{}: all {} pages known were asked for, {} failed", source, last.known(), last.failed());
        }
        if (last.open() == 0) {
            begun = null;
        } else if (begun == null) {
            begun = now;
            asked = 0;
        }
    }

    private Duration remaining(Instant now) {
        Duration each = begun == null || asked == 0
                ? delay
                : Duration.between(begun, now).dividedBy(asked);
        return each.multipliedBy(last.open());
    }

    private void pages(MeterRegistry meters, String state, ToDoubleFunction<Progress> count) {
        Gauge.builder("jdfwire.source.pages", this, report -> count.applyAsDouble(report.last))
                .description("Pages of a source that this instance polls, by how far it is with them")
                .tag("source", source)
                .tag("state", state)
                .register(meters);
    }
}
