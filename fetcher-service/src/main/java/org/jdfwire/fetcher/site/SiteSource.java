package org.jdfwire.fetcher.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.Fetched;
import org.jdfwire.fetcher.http.PageFetcher;
import org.jdfwire.fetcher.http.Validators;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Source;
import org.jdfwire.fetcher.source.Target;
import org.jspecify.annotations.Nullable;

/** Watches the pages that can be reached from some start pages; each step asks for the page that is due longest. */
public final class SiteSource implements Source {
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final SiteSettings settings;
    private final Ledger ledger;
    private final PageFetcher fetcher;
    private final InstantSource clock;

    public SiteSource(SiteSettings settings, Ledger ledger, PageFetcher fetcher, InstantSource clock) {
        this.settings = settings;
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
            // a file for one of our pages may change the agenda meanwhile
            return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
        }
        ledger.record(List.of(attempt(next)));
        return Duration.ZERO;
    }

    /** Returns all pages to watch; a start page that was never asked for has been due forever. */
    private List<Due> agenda() {
        Map<String, Due> agenda = new HashMap<>();
        for (FetchRecord known : ledger.ofSource(settings.name())) {
            // the configuration may have become narrower since the page was found
            if (known.nextAt() != null
                    && known.depth() <= settings.depth()
                    && settings.allows(new CanonicalUrl(known.url()))) {
                agenda.put(known.url(), new Due(new Target(known.url(), known.fetchUrl(), known.depth()), known));
            }
        }
        for (HttpUrl start : settings.start()) {
            Target target = Target.of(start, 0);
            Due due = agenda.get(target.url());
            agenda.put(target.url(), new Due(target, due == null ? null : due.known()));
        }
        return new ArrayList<>(agenda.values());
    }

    private Attempt attempt(Due due) throws InterruptedException {
        Target target = due.target();
        Fetched fetched = fetcher.fetch(
                HttpUrl.parse(target.fetchUrl()), validators(due.known()), settings.delay(), settings::allows);
        Instant at = clock.instant();
        return new Attempt(
                target,
                settings.name(),
                "site",
                fetched.outcome(),
                fetched.detail(),
                at,
                later(at.plus(settings.interval()), fetched.notBefore()),
                fetched.capture(),
                leadsOnTo(target, fetched));
    }

    private List<Target> leadsOnTo(Target target, Fetched fetched) {
        HttpUrl movedTo = fetched.movedTo();
        if (movedTo != null) {
            // as near to the start as the page that it replaces
            return List.of(Target.of(movedTo, target.depth()));
        }
        Capture capture = fetched.capture();
        if (capture == null || target.depth() >= settings.depth()) {
            return List.of();
        }
        return Links.of(capture).stream()
                .filter(link -> settings.allows(CanonicalUrl.of(link)))
                .map(link -> Target.of(link, target.depth() + 1))
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

    /** A page to watch, and what is known of it. */
    private record Due(Target target, @Nullable FetchRecord known) {
        static final Comparator<Due> ORDER = Comparator.comparing(Due::at)
                .thenComparing(due -> due.target().depth())
                .thenComparing(due -> due.target().url());

        Instant at() {
            return known == null ? Instant.EPOCH : Objects.requireNonNullElse(known.nextAt(), Instant.EPOCH);
        }
    }
}
