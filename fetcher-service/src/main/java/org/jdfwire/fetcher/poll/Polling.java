package org.jdfwire.fetcher.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.Fetched;
import org.jdfwire.fetcher.http.RequestCount;
import org.jdfwire.fetcher.http.Validators;
import org.jdfwire.fetcher.ledger.DuePage;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.Ownership;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Target;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the pages of one source in turn, those that are this instance's; each step asks for one.
 *
 * <p>Pages that were asked for before and pages that never were take turns, so that neither a backfill holds up the
 * watching nor the watching the backfill.
 */
public final class Polling {
    /** Shares are given and taken at any time, and a file may change the agenda. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final String name;
    private final Politeness politeness;
    private final Kind kind;
    private final Shared shared;
    private final Revisits revisits;
    private final Map<String, Target> starts = new HashMap<>();
    private final Map<String, Target> seeds = new HashMap<>();
    private final Set<Integer> seeded = new HashSet<>();
    private final Map<String, Instant> lastAsked = new HashMap<>();
    private final ProgressReport progress;
    private final Wishes wishes = new Wishes();
    private boolean turnOfTheNew;

    /**
     * @param name of the source
     * @param starts pages that are always watched
     * @param backfill further pages to ask for, each at least once
     * @param kind what the source's pages are
     */
    public Polling(
            String name,
            Politeness politeness,
            Collection<Target> starts,
            Collection<Target> backfill,
            Kind kind,
            Shared shared) {
        this.name = name;
        this.politeness = politeness;
        this.kind = kind;
        this.shared = shared;
        this.revisits = new Revisits(politeness, shared.random());
        this.progress = new ProgressReport(name, politeness.delay(), shared.meters());
        backfill.forEach(page -> seeds.put(page.url(), page));
        starts.forEach(page -> this.starts.put(page.url(), page));
        seeds.putAll(this.starts);
    }

    /** What all polling in this instance shares. */
    public record Shared(
            Ledger ledger,
            Ownership ownership,
            RequestCount requests,
            InstantSource clock,
            DoubleSupplier random,
            MeterRegistry meters) {}

    /** What differs from one kind of source to another. */
    public interface Kind {
        /** Its name, as the configuration calls it. */
        String kind();

        /** Whether a page that is known is still to be asked for; start pages always are. */
        boolean wants(FetchRecord page);

        /** Asks for a page. */
        Fetched fetch(Target page, Validators known) throws InterruptedException;

        /** Returns where it leads on to. */
        List<Target> links(Target page, Fetched fetched);
    }

    /** Takes an operator's wish to have the start pages at once; the next steps obey it. */
    public void pollNow(PollRequested wish) {
        wishes.add(wish);
    }

    /** Does one step of a source; see {@link org.jdfwire.fetcher.source.Source#step()}. */
    public Duration step() throws InterruptedException {
        Set<Integer> held = shared.ownership().held();
        seed(held);
        Instant now = shared.clock().instant();
        wishes.obey(held, now, (partitions, wish) -> shared.ledger().wish(name, partitions, this::wants, wish));
        progress.update(now, () -> shared.ledger().progress(name, held));
        List<DuePage> pages = shared.ledger().due(name, held, this::wants).stream()
                .map(page -> page.notBefore(hostReadyAt(page.host(), now)))
                .toList();
        Optional<DuePage> next = pages.stream()
                .filter(page -> !page.readyAt().isAfter(now))
                .min(Comparator.comparing((DuePage page) -> !page.isWished())
                        .thenComparing(page -> page.isNew() != turnOfTheNew)
                        .thenComparing(DuePage::readyAt));
        return next.isPresent() ? ask(next.get().record()) : rest(pages, now);
    }

    private Duration rest(List<DuePage> pages, Instant now) {
        return pages.stream()
                .map(page -> Duration.between(now, page.readyAt()))
                .filter(rest -> rest.compareTo(LONGEST_REST) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LONGEST_REST);
    }

    private boolean wants(FetchRecord page) {
        return starts.containsKey(page.url()) || kind.wants(page);
    }

    /** Whose turn it is not is passed over, and the next host asked in the meantime. */
    private Instant hostReadyAt(String host, Instant now) {
        boolean spent = shared.requests().today(host) >= politeness.requestsADay();
        return spent
                ? RequestCount.dayOf(now).plus(Duration.ofDays(1))
                : lastAsked.getOrDefault(host, Instant.EPOCH).plus(politeness.delay());
    }

    /** Makes the pages to begin with known in partitions that are newly ours. */
    private void seed(Set<Integer> held) {
        seeded.retainAll(held);
        if (seeded.containsAll(held)) {
            return;
        }
        Instant now = shared.clock().instant();
        List<Target> ours = seeds.values().stream()
                .filter(page -> held.contains(shared.ledger().partition(page.url())))
                .filter(page -> !seeded.contains(shared.ledger().partition(page.url())))
                .toList();
        shared.ledger().adopt(name, kind.kind(), ours, now);
        for (Target start : ours) {
            // what was asked before this life or by another instance; at least that, for only last attempts are known
            String host = HttpUrl.parse(start.url()).host();
            if (shared.requests().today(host) == 0) {
                shared.requests().atLeast(host, shared.ledger().askedSince(start.url(), RequestCount.dayOf(now)));
            }
        }
        seeded.addAll(held);
    }

    private Duration ask(FetchRecord due) throws InterruptedException {
        try (Ownership.Hold hold = shared.ownership().take(shared.ledger().partition(due.url()))) {
            if (hold == null) {
                return Duration.ZERO;
            }
            // the instance before us may have asked the host up to that moment
            Duration pause =
                    Duration.between(shared.clock().instant(), hold.since().plus(politeness.delay()));
            if (!pause.isNegative() && !pause.isZero()) {
                return pause;
            }
            // as it is now: a file may have brought other bytes
            FetchRecord before = shared.ledger().find(due.url());
            Target page = starts.getOrDefault(due.url(), Target.of(due));
            try (StageMeters.Work begun = shared.ledger().begin()) {
                if (shared.ledger().record(attempt(page, before), before)) {
                    turnOfTheNew = due.outcome() != null;
                    progress.asked(due.outcome() == null);
                    begun.done();
                }
            }
            return Duration.ZERO;
        }
    }

    private Attempt attempt(Target page, @Nullable FetchRecord before) throws InterruptedException {
        Fetched fetched = kind.fetch(page, validators(before));
        Instant at = shared.clock().instant();
        lastAsked.put(HttpUrl.parse(page.fetchUrl()).host(), at);
        Duration interval = revisits.interval(before, fetched, starts.containsKey(page.url()));
        return new Attempt(
                page,
                name,
                kind.kind(),
                fetched.outcome(),
                fetched.detail(),
                at,
                revisits.next(at, interval, fetched),
                fetched.capture(),
                kind.links(page, fetched),
                interval);
    }

    private static Validators validators(@Nullable FetchRecord known) {
        return known == null || known.sha256() == null
                ? Validators.NONE
                : new Validators(known.etag(), known.lastModified());
    }
}
