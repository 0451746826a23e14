package org.jdfwire.fetcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.inbox.InboxSettings;
import org.jdfwire.fetcher.poll.Politeness;
import org.jdfwire.fetcher.rss.RssSettings;
import org.jdfwire.fetcher.site.BackNumbers;
import org.jdfwire.fetcher.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One source as configured; which keys count depends on its kind.
 *
 * @param kind {@code site}, {@code rss} or {@code inbox}
 * @param start site: pages to begin with
 * @param prefixes site: URLs that a page's URL must begin with; default: the folders of the start pages. inbox: URLs
 *     that a capture's URL in an archive must begin with; default: any
 * @param depth site: how many links away from a start page
 * @param backfill site: URLs of back numbers, each with a range of numbers
 * @param feed rss: its URL
 * @param followLinks rss: whether the pages it links to are asked for too
 * @param interval site, rss: shortest time between two requests for the same page
 * @param longestInterval site, rss: longest time between two requests for the same page
 * @param delay site, rss: time between two requests to the same host
 * @param requestsADay site, rss: most requests to the same host in a day
 * @param allowHosts site, rss: hosts that are connected to whatever their address is
 * @param allowPorts site, rss: ports that are connected to besides 80 and 443
 * @param folder inbox: the watched folder
 * @param lookEvery inbox: time between two looks
 * @param urlWait inbox: how long a file without a URL waits for one
 */
record SourceProperties(
        String kind,
        @DefaultValue List<String> start,
        @DefaultValue List<String> prefixes,
        @DefaultValue("2") int depth,
        @DefaultValue List<String> backfill,
        @Nullable String feed,
        @DefaultValue("false") boolean followLinks,
        @DefaultValue("10m") Duration interval,
        @Nullable Duration longestInterval,
        @DefaultValue("2s") Duration delay,
        @DefaultValue("10000") int requestsADay,
        @DefaultValue Set<String> allowHosts,
        @DefaultValue Set<Integer> allowPorts,
        @Nullable Path folder,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("5s") Duration urlWait) {
    private static final int LONGEST_BY_DEFAULT = 144;

    /** With a password it would stand in every log. */
    private static final Pattern USER_NAME = Pattern.compile("//[^/?#]*@");

    boolean is(SourceKind wanted) {
        return wanted.text().equals(kind);
    }

    /** Returns the settings of a site; throws {@link IllegalArgumentException} naming the key that is wrong. */
    SiteSettings site(String name) {
        List<HttpUrl> pages =
                start.stream().map(url -> askedUrl(name, "start", url)).toList();
        List<CanonicalUrl> within = prefixes.isEmpty()
                ? pages.stream().map(page -> CanonicalUrl.of(page).folder()).toList()
                : prefixes.stream()
                        .map(url -> CanonicalUrl.of(url(name, "prefixes", url)))
                        .toList();
        List<HttpUrl> backNumbers = backfill.stream()
                .flatMap(address -> backNumbers(name, address).stream())
                .map(address -> askedUrl(name, "backfill", address))
                .toList();
        return new SiteSettings(name, pages, within, depth, backNumbers, politeness());
    }

    /** Returns what may be connected to beyond the rule; throws {@link IllegalArgumentException} naming the keys. */
    Allowance allowance(String name) {
        try {
            return new Allowance(allowHosts, allowPorts);
        } catch (IllegalArgumentException e) {
            return Checks.refuse(
                    key(name, "allow-hosts and allow-ports"),
                    allowHosts + " and " + allowPorts,
                    "host names, and ports of 1 to 65535");
        }
    }

    /** Returns the settings of a feed; throws {@link IllegalArgumentException} naming the key that is wrong. */
    RssSettings rss(String name) {
        HttpUrl url = askedUrl(name, "feed", feed == null ? "" : feed);
        return new RssSettings(name, url, followLinks, politeness());
    }

    /** Returns the settings of an inbox; throws {@link IllegalArgumentException} naming the key that is wrong. */
    InboxSettings inbox(String name) {
        Path watched = folder == null ? Checks.refuse(key(name, "folder"), "absent", "a folder") : folder;
        List<CanonicalUrl> archived = prefixes.stream()
                .map(url -> CanonicalUrl.of(url(name, "prefixes", url)))
                .toList();
        return new InboxSettings(name, watched.toAbsolutePath().normalize(), lookEvery, urlWait, archived);
    }

    private Politeness politeness() {
        Duration longest = longestInterval != null ? longestInterval : interval.multipliedBy(LONGEST_BY_DEFAULT);
        return new Politeness(interval, longest, delay, requestsADay);
    }

    private static List<String> backNumbers(String name, String address) {
        try {
            return BackNumbers.expand(address);
        } catch (IllegalArgumentException e) {
            return Checks.refuse(key(name, "backfill"), address, "a range of numbers, the lower one first");
        }
    }

    private static HttpUrl url(String name, String key, String url) {
        try {
            return HttpUrl.parse(url);
        } catch (IllegalArgumentException e) {
            return Checks.refuse(
                    key(name, key),
                    USER_NAME.matcher(url).replaceFirst("//...@"),
                    "an absolute http or https URL, with a host and no user name");
        }
    }

    /** Reads a URL that is going to be asked for; what its name resolves to is found out each time it is. */
    private HttpUrl askedUrl(String name, String key, String text) {
        HttpUrl url = url(name, key, text);
        try {
            AddressGate.admitAsWritten(url.scheme(), url.host(), url.portToAsk(), allowance(name));
        } catch (IOException e) {
            return Checks.refuse(
                    key(name, key), url, "an address that the source may connect to, but " + e.getMessage());
        }
        return url;
    }

    private static String key(String name, String key) {
        return "fetcher.sources." + name + "." + key;
    }
}
