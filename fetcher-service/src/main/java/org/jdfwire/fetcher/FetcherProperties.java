package org.jdfwire.fetcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.inbox.InboxSettings;
import org.jdfwire.fetcher.site.SiteSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fetcher's configuration, keys and defaults as in {@code fetcher.yml}.
 *
 * @param version of the project, for the User-Agent
 * @param contact a URL or mail address at which the operator of a watched site reaches the operator of this fetcher
 * @param enabled names of the polled sources that are on, {@code all}, or {@code none}; an inbox is always on
 * @param sources the sources by name
 */
@ConfigurationProperties("fetcher")
record FetcherProperties(
        @DefaultValue("dev") String version,
        @Nullable String contact,
        @DefaultValue("all") List<String> enabled,
        @DefaultValue Map<String, SourceProperties> sources) {
    private static final String ALL = "all";
    private static final String NONE = "none";

    FetcherProperties {
        enabled = List.copyOf(enabled);
        sources = new LinkedHashMap<>(sources);
        Checks.distinct(
                "fetcher.sources",
                sources.keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        sources.forEach((name, source) -> {
            Checks.text("name of a source", name);
            SourceKind.of("fetcher.sources." + name + ".kind", source.kind());
        });
        if (!enabled.equals(List.of(ALL)) && !enabled.equals(List.of(NONE))) {
            for (String name : enabled) {
                if (!sources.containsKey(name)) {
                    Checks.refuse("fetcher.enabled", name, "all, none, or some of " + sources.keySet());
                }
            }
        }
    }

    /** Returns the sites that are on. */
    List<SiteSettings> sites() {
        List<SiteSettings> sites = new ArrayList<>();
        sources.forEach((name, source) -> {
            if (kind(name, source) == SourceKind.SITE && isEnabled(name)) {
                sites.add(source.site(name));
            }
        });
        for (SiteSettings site : sites) {
            if (isBlank(contact)) {
                site.start().stream()
                        .filter(page -> !page.isLoopback())
                        .findFirst()
                        .ifPresent(this::refuseAnonymity);
            }
        }
        return sites;
    }

    /** Returns the inboxes. */
    List<InboxSettings> inboxes() {
        List<InboxSettings> inboxes = new ArrayList<>();
        sources.forEach((name, source) -> {
            if (kind(name, source) == SourceKind.INBOX) {
                inboxes.add(source.inbox(name));
            }
        });
        Checks.distinct(
                "folders of the inboxes",
                inboxes.stream().map(InboxSettings::folder).toList());
        return inboxes;
    }

    /** Returns who we say we are. */
    String userAgent() {
        return "JDFWire/" + version + (isBlank(contact) ? "" : " (+" + contact + ")");
    }

    private boolean isEnabled(String name) {
        return enabled.equals(List.of(ALL)) || enabled.contains(name);
    }

    private void refuseAnonymity(HttpUrl page) {
        Checks.refuse(
                "fetcher.contact",
                "absent",
                "a URL or mail address, because " + page.origin()
                        + " must be able to reach whoever asks; fetcher.enabled=none polls nothing");
    }

    private static SourceKind kind(String name, SourceProperties source) {
        return SourceKind.of("fetcher.sources." + name + ".kind", source.kind());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
