package org.jdfwire.fetcher.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.http.Fetched;
import org.jspecify.annotations.Nullable;

/**
 * When to come back to a page, after the adaptive schedules of Nutch and StormCrawler: the interval halves when the page
 * has changed, and grows by half when it has not, is gone or could not be had.
 */
final class Revisits {
    private static final double GROWTH = 1.5;
    private static final double SHRINKAGE = 0.5;
    private static final double JITTER = 0.1;

    private final Politeness politeness;
    private final DoubleSupplier random;

    /** @param random gives numbers from 0 to below 1 */
    Revisits(Politeness politeness, DoubleSupplier random) {
        this.politeness = politeness;
        this.random = random;
    }

    /** Returns the interval after one more attempt. */
    Duration interval(@Nullable FetchRecord before, Fetched fetched, boolean isStart) {
        if (before == null || before.interval() == null || isStart) {
            return politeness.interval();
        }
        Duration known = before.interval();
        return switch (fetched.outcome()) {
            // what the host thinks of us says nothing about the page
            case CHALLENGED, THROTTLED, DISALLOWED -> within(known, 1);
            case FETCHED -> within(known, isKnown(before, fetched) ? GROWTH : SHRINKAGE);
            default -> within(known, GROWTH);
        };
    }

    /**
     * Returns when to ask again: after the interval, a little later now and then so that pages spread out, and not
     * before the host wishes. After a challenge or a 429 that is the shortest interval, for all of the host's pages.
     */
    Instant next(Instant at, Duration interval, Fetched fetched) {
        boolean hostSpoke = fetched.outcome() == Outcome.CHALLENGED || fetched.outcome() == Outcome.THROTTLED;
        Instant next = at.plus(scaled(hostSpoke ? politeness.interval() : interval, 1 + JITTER * random.getAsDouble()));
        Instant notBefore = fetched.notBefore();
        return notBefore != null && notBefore.isAfter(next) ? notBefore : next;
    }

    private Duration within(Duration known, double factor) {
        Duration wanted = scaled(known, factor);
        if (wanted.compareTo(politeness.interval()) < 0) {
            return politeness.interval();
        }
        return wanted.compareTo(politeness.longestInterval()) > 0 ? politeness.longestInterval() : wanted;
    }

    private static boolean isKnown(FetchRecord before, Fetched fetched) {
        return fetched.capture() != null && fetched.capture().sha256().equals(before.sha256());
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
