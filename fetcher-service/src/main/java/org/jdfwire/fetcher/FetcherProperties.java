package org.jdfwire.fetcher;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.inbox.InboxSettings;
import org.jdfwire.fetcher.rss.RssSettings;
import org.jdfwire.fetcher.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fetcher's configuration, keys and defaults as in {@code fetcher.yml}.
 *
 * @param version of the project, for the User-Agent
 * @param contact a URL or mail address at which the operator of a watched site reaches the operator of this fetcher
 * @param group name of the group of instances that share the polling
 * @param instance name of this instance in its group, or blank
 * @param enabled names of the polled sources that are on, {@code all}, or {@code none}; an inbox is always on
 * @param sources the sources by name
 * @param limits how much of a host's bytes and of our time one request may take
 * @param canary how often a sample page is sent
 */
@ConfigurationProperties("fetcher")
record FetcherProperties(
        @DefaultValue("dev") String version,
        @Nullable String contact,
        @DefaultValue("fetcher") String group,
        @DefaultValue("") String instance,
        @DefaultValue("all") List<String> enabled,
        @DefaultValue Map<String, SourceProperties> sources,
        @DefaultValue LimitProperties limits,
        @DefaultValue CanaryProperties canary) {
    private static final List<String> ALL = List.of("all");
    private static final List<String> NONE = List.of("none");

    FetcherProperties {
        enabled = List.copyOf(enabled);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        for (Map.Entry<String, SourceProperties> source : sources.entrySet()) {
            Checks.text("name of a source", source.getKey());
            SourceKind.of(
                    "fetcher.sources." + source.getKey() + ".kind",
                    source.getValue().kind());
        }
        Checks.distinct(
                "fetcher.sources",
                sources.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        refuseUnknown(enabled, sources);
        List<SiteSettings> sites = sites(enabled, sources);
        List<RssSettings> feeds = feeds(enabled, sources);
        Checks.distinct(
                "start pages of all sites",
                sites.stream()
                        .flatMap(site -> site.start().stream().map(CanonicalUrl::of))
                        .toList());
        if (contact == null || contact.isBlank()) {
            sites.forEach(site -> site.start().forEach(FetcherProperties::refuseAnonymity));
            feeds.forEach(feed -> refuseAnonymity(feed.feed()));
        }
        sources.forEach((name, source) -> source.allowance(name));
        limits.limits();
        Checks.distinct(
                "folders of the inboxes",
                inboxes(sources).stream().map(InboxSettings::folder).toList());
    }

    /** Returns the sites that are on. */
    List<SiteSettings> sites() {
        return sites(enabled, sources);
    }

    /** Returns what a source may connect to beyond the public internet's web ports. */
    Allowance allowance(String source) {
        return Objects.requireNonNull(sources.get(source), source).allowance(source);
    }

    /** Returns the feeds that are on. */
    List<RssSettings> feeds() {
        return feeds(enabled, sources);
    }

    /** Returns the inboxes. */
    List<InboxSettings> inboxes() {
        return inboxes(sources);
    }

    /** Returns who we say we are. */
    String userAgent() {
        return "JDFWire/" + version + (contact == null || contact.isBlank() ? "" : " (+" + contact + ")");
    }

    private static List<SiteSettings> sites(List<String> enabled, Map<String, SourceProperties> sources) {
        List<SiteSettings> sites = new ArrayList<>();
        sources.forEach((name, source) -> {
            if (source.is(SourceKind.SITE) && isOn(name, enabled)) {
                sites.add(source.site(name));
            }
        });
        return sites;
    }

    private static List<RssSettings> feeds(List<String> enabled, Map<String, SourceProperties> sources) {
        List<RssSettings> feeds = new ArrayList<>();
        sources.forEach((name, source) -> {
            if (source.is(SourceKind.RSS) && isOn(name, enabled)) {
                feeds.add(source.rss(name));
            }
        });
        return feeds;
    }

    private static boolean isOn(String name, List<String> enabled) {
        return enabled.equals(ALL) || enabled.contains(name);
    }

    private static List<InboxSettings> inboxes(Map<String, SourceProperties> sources) {
        List<InboxSettings> inboxes = new ArrayList<>();
        sources.forEach((name, source) -> {
            if (source.is(SourceKind.INBOX)) {
                inboxes.add(source.inbox(name));
            }
        });
        return inboxes;
    }

    private static void refuseUnknown(List<String> enabled, Map<String, SourceProperties> sources) {
        if (enabled.equals(ALL) || enabled.equals(NONE)) {
            return;
        }
        for (String name : enabled) {
            if (!sources.containsKey(name)) {
                Checks.refuse("fetcher.enabled", name, "all, none, or some of " + sources.keySet());
            }
        }
    }

    private static void refuseAnonymity(HttpUrl asked) {
        if (!asked.isLoopback()) {
            Checks.refuse(
                    "fetcher.contact",
                    "absent",
                    "a URL or mail address in JDFWIRE_CONTACT, because " + asked.origin()
                            + " must be able to reach whoever asks; --sources none polls nothing");
        }
    }
}
