package org.jdfwire.fetcher.poll;

import java.time.Duration;
import java.util.Collection;
import org.jdfwire.contracts.Checks;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * How often a source may ask.
 *
 * @param interval the shortest time between two requests for the same page, and the first
 * @param longestInterval to which the time grows while a page stays as it is; start pages keep the shortest, for what
 *     is new is found through them
 * @param delay the least time between two requests to the same host
 * @param requestsADay the most requests to one host in one day (UTC), robots.txt and redirects included
 */
public record Politeness(Duration interval, Duration longestInterval, Duration delay, int requestsADay) {
    private static final Duration LEAST_DELAY = Duration.ofSeconds(2);

    /** Checks one source's settings; throws {@link IllegalArgumentException} naming the key that is wrong. */
    public void check(String key, Collection<HttpUrl> asked) {
        if (interval.isNegative() || interval.isZero()) {
            Checks.refuse(key + ".interval", interval, "more than 0");
        }
        if (longestInterval.compareTo(interval) < 0) {
            Checks.refuse(key + ".longest-interval", longestInterval, "at least the interval, " + interval);
        }
        if (delay.isNegative()) {
            Checks.refuse(key + ".delay", delay, "0 or more");
        }
        Checks.atLeast(1, key + ".requests-a-day", requestsADay);
        for (HttpUrl url : asked) {
            if (!url.isLoopback() && delay.compareTo(LEAST_DELAY) < 0) {
                Checks.refuse(
                        key + ".delay",
                        delay,
                        "at least " + LEAST_DELAY + ", because " + url.host() + " is not this machine");
            }
        }
    }
}
