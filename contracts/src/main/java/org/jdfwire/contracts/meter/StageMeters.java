package org.jdfwire.contracts.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one stage of the way from page to feed has taken, has in hand, has handed on and has refused, as {@code
 * jdfwire_stage_…{stage}}; {@code docs/METRICS.md} says what each stage counts.
 *
 * <p>What fails as a whole and is taken again counts again in {@code in}, and in nothing else. The time of the last is
 * absent until there is one.
 */
public final class StageMeters {
    private static final double MILLIS = 1000;

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final String stage;
    private final Counter in;
    private final Counter out;
    private final Counter rejected;
    private final AtomicLong inProgress = new AtomicLong();
    private volatile @Nullable Instant last;

    /** @param stage its name, one of a few; that of its binding where it has one */
    public StageMeters(MeterRegistry registry, InstantSource clock, String stage) {
        this.registry = registry;
        this.clock = clock;
        this.stage = stage;
        in = counter("in", "What a stage has taken");
        out = counter("out", "What a stage has handed on");
        rejected = counter("rejected", "What a stage has taken and could not use");
        Gauge.builder("jdfwire.stage.in.progress", inProgress, AtomicLong::get)
                .description("What a stage has taken and not yet done with")
                .tag("stage", stage)
                .register(registry);
    }

    /** Takes so many; to be closed when they are done with, or given up. */
    public Work take(int count) {
        in.increment(count);
        inProgress.addAndGet(count);
        return new Work(count);
    }

    /** Counts something taken that could not be used; the stage goes on. */
    public void reject() {
        rejected.increment();
    }

    /** Counts so many handed on; to be called once that is certain. */
    public void handOn(int count) {
        out.increment(count);
    }

    /** What a stage has in hand. */
    public final class Work implements AutoCloseable {
        private final int count;
        private boolean done;

        private Work(int count) {
            this.count = count;
        }

        /** Says that the stage is done with it; without that it was given up, and will be taken again. */
        public void done() {
            done = true;
        }

        @Override
        public void close() {
            inProgress.addAndGet(-count);
            if (done && count > 0) {
                finished();
            }
        }
    }

    private void finished() {
        boolean isFirst = last == null;
        last = clock.instant();
        if (isFirst) {
            Gauge.builder("jdfwire.stage.last.timestamp", this, StageMeters::lastSeconds)
                    .description("When a stage was last done with something")
                    .baseUnit("seconds")
                    .tag("stage", stage)
                    .register(registry);
        }
    }

    private double lastSeconds() {
        Instant time = last;
        return time == null ? Double.NaN : time.toEpochMilli() / MILLIS;
    }

    private Counter counter(String name, String description) {
        return Counter.builder("jdfwire.stage." + name)
                .description(description)
                .tag("stage", stage)
                .register(registry);
    }

    /** Buckets for times between a click and an outage: few, as each is a series. */
    public static Duration[] buckets() {
        return new Duration[] {
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1)
        };
    }
}
