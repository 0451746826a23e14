package org.jdfwire.fetcher.rss;

import java.util.List;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.poll.Politeness;

/**
 * What one source of kind rss watches.
 *
 * @param name name of the source
 * @param feed RSS or Atom
 * @param followLinks whether the pages that its items link to are asked for too, those on the feed's own host
 * @param politeness how often and how fast
 */
public record RssSettings(String name, HttpUrl feed, boolean followLinks, Politeness politeness) {
    public RssSettings {
        politeness.check("fetcher.sources." + name, List.of(feed));
    }
}
