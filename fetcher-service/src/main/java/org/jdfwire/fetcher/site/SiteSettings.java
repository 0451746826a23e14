package org.jdfwire.fetcher.site;

import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Checks;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.poll.Politeness;

/**
 * What one source of kind site watches.
 *
 * @param name name of the source
 * @param start pages to begin with, at least one, each within the prefixes
 * @param prefixes canonical URLs that a page's canonical URL must begin with
 * @param depth how many links away from a start page; 0 means the start pages only
 * @param backfill further pages, each within the prefixes, as if a start page linked to them
 * @param politeness how often it may ask
 */
public record SiteSettings(
        String name,
        List<HttpUrl> start,
        List<CanonicalUrl> prefixes,
        int depth,
        List<HttpUrl> backfill,
        Politeness politeness) {
    public SiteSettings {
        String key = "fetcher.sources." + name;
        start = List.copyOf(start);
        prefixes = List.copyOf(prefixes);
        backfill = List.copyOf(backfill);
        if (start.isEmpty()) {
            Checks.refuse(key + ".start", start, "at least one URL");
        }
        Checks.distinct(key + ".start", start);
        Checks.atLeast(0, key + ".depth", depth);
        refuseOutside(key + ".start", start, prefixes);
        refuseOutside(key + ".backfill", backfill, prefixes);
        politeness.check(
                key,
                Stream.concat(start.stream(), prefixes.stream().map(prefix -> HttpUrl.parse(prefix.text())))
                        .toList());
    }

    /** Whether a page may be asked for. */
    boolean allows(CanonicalUrl page) {
        return prefixes.stream().anyMatch(page::startsWith);
    }

    private static void refuseOutside(String key, List<HttpUrl> pages, List<CanonicalUrl> prefixes) {
        for (HttpUrl page : pages) {
            if (prefixes.stream().noneMatch(CanonicalUrl.of(page)::startsWith)) {
                Checks.refuse(key, page, "a page within the prefixes " + prefixes);
            }
        }
    }
}
