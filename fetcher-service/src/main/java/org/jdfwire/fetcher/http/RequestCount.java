package org.jdfwire.fetcher.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** How often each host was asked in the present day (UTC). It is not kept: a new life begins with what it is told. */
public final class RequestCount {
    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant day;

    public RequestCount(InstantSource clock) {
        this.clock = clock;
        this.day = dayOf(clock.instant());
    }

    /** Returns the day's beginning. */
    public static Instant dayOf(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    public synchronized void add(String host) {
        turn();
        counts.merge(host, 1, Integer::sum);
    }

    /** Counts at least so many for a host. */
    public synchronized void atLeast(String host, int count) {
        turn();
        counts.merge(host, count, Math::max);
    }

    public synchronized int today(String host) {
        turn();
        return counts.getOrDefault(host, 0);
    }

    private void turn() {
        Instant today = dayOf(clock.instant());
        if (!today.equals(day)) {
            day = today;
            counts.clear();
        }
    }
}
