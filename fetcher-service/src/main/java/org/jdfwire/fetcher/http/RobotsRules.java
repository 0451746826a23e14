package org.jdfwire.fetcher.http;

import crawlercommons.robots.BaseRobotRules;
import java.time.Duration;
import java.time.Instant;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * What one host's robots.txt says to us.
 *
 * @param rules as parsed, or none at all where it could not be had
 * @param origin of which it is
 * @param available whether it could be had
 * @param detail how it was had, for the sentence that says why a page is disallowed
 * @param expiresAt when it is asked for again
 */
record RobotsRules(BaseRobotRules rules, String origin, boolean available, String detail, Instant expiresAt) {
    boolean allows(HttpUrl url) {
        return available && rules.isAllowed(url.toString());
    }

    /** Returns the longer of the pause and the host's Crawl-delay. */
    Duration pause(Duration atLeast) {
        Duration asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        return asked.compareTo(atLeast) > 0 ? asked : atLeast;
    }
}
