package org.jdfwire.store.canary;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.canary.CanaryArrived;
import org.jdfwire.contracts.meter.StageMeters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;

/** Hears of canaries on the binding {@code canary-in-0}, as the streams hear of changes: from the end, on every instance. */
public final class CanaryWatch {
    private static final Logger log = LoggerFactory.getLogger(CanaryWatch.class);
    private static final double MILLIS = 1000;

    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Counter arrivals;
    private final Timer roundTrips;
    private volatile @Nullable Arrival last;

    /** @param clock tells when one arrives; where it is behind the fetcher's, a round trip counts as none */
    public CanaryWatch(InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
        arrivals = Counter.builder("jdfwire.canary.arrivals")
                .description("Canaries that came through right, as this instance heard")
                .register(meters);
        roundTrips = Timer.builder("jdfwire.canary.round.trip")
                .description("From the fetcher to this instance's end of the feed")
                .serviceLevelObjectives(StageMeters.buckets())
                .register(meters);
    }

    /**
     * The last canary that came through.
     *
     * @param lastArrivalAt when this instance heard of it
     * @param roundTripMs how long it had been on its way, in milliseconds
     */
    public record Arrival(Instant lastArrivalAt, long roundTripMs) {}

    /** Returns the last one that this instance heard of, or null before the first. */
    public @Nullable Arrival last() {
        return last;
    }

    /** Takes a batch; a record that cannot be read tells nothing. */
    public void accept(Message<List<byte[]>> batch) {
        for (Object value : batch.getPayload()) {
            if (value instanceof byte[] json) {
                try {
                    arrived(Json.read(json, CanaryArrived.class));
                } catch (IllegalArgumentException | JacksonException e) {
                    log.error("A record of canaries is skipped: {}", e.getMessage());
                }
            }
        }
    }

    private void arrived(CanaryArrived canary) {
        Instant now = clock.instant();
        Duration underWay = Duration.between(canary.sentAt(), now);
        Duration roundTrip = underWay.isNegative() ? Duration.ZERO : underWay;
        boolean isFirst = last == null;
        last = new Arrival(now, roundTrip.toMillis());
        roundTrips.record(roundTrip);
        arrivals.increment();
        if (isFirst) {
            Gauge.builder("jdfwire.canary.last.arrival.timestamp", this, CanaryWatch::lastSeconds)
                    .description("When the last canary arrived")
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    private double lastSeconds() {
        Arrival arrival = last;
        return arrival == null ? Double.NaN : arrival.lastArrivalAt().toEpochMilli() / MILLIS;
    }
}
