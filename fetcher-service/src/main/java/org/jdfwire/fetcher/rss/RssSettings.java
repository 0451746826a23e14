package org.jdfwire.fetcher.rss;

import java.time.Duration;
import org.jdfwire.contracts.Checks;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * What one source of kind rss watches.
 *
 * @param name name of the source
 * @param feed RSS or Atom
 * @param interval between two requests for the feed
 * @param delay between two requests to the same host
 * @param followLinks whether the pages that its items link to are asked for too, those on the feed's own host
 * @param linkInterval between two requests for such a page
 */
public record RssSettings(
        String name, HttpUrl feed, Duration interval, Duration delay, boolean followLinks, Duration linkInterval) {
    public RssSettings {
        String key = "fetcher.sources." + name;
        if (interval.isNegative() || interval.isZero()) {
            Checks.refuse(key + ".interval", interval, "more than 0");
        }
        if (delay.isNegative()) {
            Checks.refuse(key + ".delay", delay, "0 or more");
        }
        if (linkInterval.isNegative() || linkInterval.isZero()) {
            Checks.refuse(key + ".link-interval", linkInterval, "more than 0");
        }
    }
}
