package org.jdfwire.fetcher.rss;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.Fetched;
import org.jdfwire.fetcher.http.PageFetcher;
import org.jdfwire.fetcher.http.Validators;
import org.jdfwire.fetcher.http.Wanted;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Source;
import org.jdfwire.fetcher.source.Target;
import org.jspecify.annotations.Nullable;

/**
 * Watches one feed, whose document is itself a page, and where configured the pages that it links to; each step asks
 * for the one that is due longest.
 */
public final class RssSource implements Source {
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final RssSettings settings;
    private final Target feed;
    private final Ledger ledger;
    private final PageFetcher fetcher;
    private final InstantSource clock;

    public RssSource(RssSettings settings, Ledger ledger, PageFetcher fetcher, InstantSource clock) {
        this.settings = settings;
        this.feed = Target.of(settings.feed(), 0);
        this.ledger = ledger;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Duration step() throws InterruptedException {
        Due next = agenda().stream().min(Due.ORDER).orElseThrow();
        Duration rest = Duration.between(clock.instant(), next.at());
        if (!rest.isNegative() && !rest.isZero()) {
            return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
        }
        ledger.record(List.of(attempt(next)));
        return Duration.ZERO;
    }

    private List<Due> agenda() {
        List<Due> agenda = new ArrayList<>();
        FetchRecord knownFeed = null;
        for (FetchRecord known : ledger.ofSource(settings.name())) {
            if (known.url().equals(feed.url())) {
                knownFeed = known;
            } else if (settings.followLinks() && known.nextAt() != null) {
                agenda.add(new Due(new Target(known.url(), known.fetchUrl(), known.depth()), known));
            }
        }
        agenda.add(new Due(feed, knownFeed));
        return agenda;
    }

    private Attempt attempt(Due due) throws InterruptedException {
        Target target = due.target();
        boolean isFeed = target.equals(feed);
        Fetched fetched = fetcher.fetch(
                HttpUrl.parse(target.fetchUrl()),
                validators(due.known()),
                settings.delay(),
                // a feed and its pages stay on their host, whatever a redirect says
                page -> HttpUrl.parse(page.text()).host().equals(settings.feed().host()),
                isFeed ? Wanted.FEED : Wanted.PAGE);
        Instant at = clock.instant();
        Instant nextAt = at.plus(isFeed ? settings.interval() : settings.linkInterval());
        return new Attempt(
                target,
                settings.name(),
                "rss",
                fetched.outcome(),
                fetched.detail(),
                at,
                later(nextAt, fetched.notBefore()),
                fetched.capture(),
                isFeed ? items(fetched.capture()) : List.of());
    }

    private List<Target> items(@Nullable Capture document) {
        return document == null || !settings.followLinks()
                ? List.of()
                : FeedLinks.of(document).stream()
                        .map(link -> Target.of(link, 1))
                        .distinct()
                        .toList();
    }

    private static Validators validators(@Nullable FetchRecord known) {
        return known == null || known.sha256() == null
                ? Validators.NONE
                : new Validators(known.etag(), known.lastModified());
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** A document to ask for, and what is known of it. */
    private record Due(Target target, @Nullable FetchRecord known) {
        static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
                .thenComparing(due -> due.target().depth())
                .thenComparing(due -> due.target().url());

        Instant at() {
            return known == null ? Instant.EPOCH : Objects.requireNonNullElse(known.nextAt(), Instant.EPOCH);
        }
    }
}
