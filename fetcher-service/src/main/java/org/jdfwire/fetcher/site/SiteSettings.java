package org.jdfwire.fetcher.site;

import java.time.Duration;
import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * What one source of kind site watches.
 *
 * @param name name of the source
 * @param start pages to begin with, at least one, each within the prefixes
 * @param prefixes canonical URLs that a page's canonical URL must begin with
 * @param depth how many links away from a start page; 0 means the start pages only
 * @param interval between two requests for the same page
 * @param delay between two requests to the same host
 */
public record SiteSettings(
        String name, List<HttpUrl> start, List<CanonicalUrl> prefixes, int depth, Duration interval, Duration delay) {
    public SiteSettings {
        String key = "fetcher.sources." + name;
        start = List.copyOf(start);
        prefixes = List.copyOf(prefixes);
        if (start.isEmpty()) {
            Checks.refuse(key + ".start", start, "at least one URL");
        }
        Checks.distinct(key + ".start", start);
        Checks.atLeast(0, key + ".depth", depth);
        if (interval.isNegative() || interval.isZero()) {
            Checks.refuse(key + ".interval", interval, "more than 0");
        }
        if (delay.isNegative()) {
            Checks.refuse(key + ".delay", delay, "0 or more");
        }
        for (HttpUrl page : start) {
            if (prefixes.stream().noneMatch(CanonicalUrl.of(page)::startsWith)) {
                Checks.refuse(key + ".start", page, "a page within the prefixes " + prefixes);
            }
        }
    }

    /** Whether a page may be asked for. */
    boolean allows(CanonicalUrl page) {
        return prefixes.stream().anyMatch(page::startsWith);
    }
}
