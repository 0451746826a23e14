package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdfwire.contracts.meter.StageMeters;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of each URL, in memory as it is in the log; the one place where attempts become versions.
 *
 * <p>A partition is claimed when it is first needed, and again after another instance has claimed it or a write has
 * failed. So versions are right whoever writes: the instance that polls the partition, one that takes a dropped file
 * for it, or one that found a link to it. Only an attempt of polling is bound to what it began with.
 *
 * <p>Sources call it from their threads; one attempt is decided and written before the next is looked at.
 */
public final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final FetchLog log;
    private final OutcomeCounter counter;

    /** The partitions that are known as they are in the log, as far as we have heard. */
    private final Map<Integer, Shelf> shelves = new HashMap<>();

    public Ledger(FetchLog log, OutcomeCounter counter) {
        this.log = log;
        this.counter = counter;
    }

    /** Returns the partition of a canonical URL. */
    public int partition(String url) {
        return log.partition(url);
    }

    /** Counts an attempt that begins; to be closed at its end, when it was recorded or given up. */
    public StageMeters.Work begin() {
        return counter.begin(1);
    }

    /** Returns what is known of a canonical URL, or null. */
    public synchronized @Nullable FetchRecord find(String url) {
        return open(log.partition(url)).find(url);
    }

    /**
     * Returns what a source may ask for next, due or not: for each host its first page of those asked for before and of
     * those not asked for yet.
     *
     * @param wanted which pages the source still asks for
     */
    public synchronized List<DuePage> due(
            String source, Collection<Integer> partitions, Predicate<FetchRecord> wanted) {
        return partitions.stream()
                .flatMap(partition -> open(partition).due(source, wanted).stream())
                .toList();
    }

    /** Returns how far a source is with its pages in some partitions. */
    public synchronized Progress progress(String source, Collection<Integer> partitions) {
        Progress progress = Progress.NONE;
        for (int partition : partitions) {
            for (FetchRecord record : open(partition).all()) {
                if (record.source().equals(source) && record.nextAt() != null) {
                    progress = progress.plus(record);
                }
            }
        }
        return progress;
    }

    /** Returns how many pages of a URL's host were last asked for at that time or later. */
    public synchronized int askedSince(String url, Instant time) {
        String host = HttpUrl.parse(url).host();
        return (int) open(log.partition(url)).all().stream()
                .filter(record -> record.outcome() != null && !record.at().isBefore(time))
                .filter(record -> HttpUrl.parse(record.url()).host().equals(host))
                .count();
    }

    /** Makes pages known to the source that is to ask for them, unless it asks for them already. */
    public synchronized void adopt(String source, String kind, Collection<Target> pages, Instant at) {
        Map<Integer, Draft> drafts = new LinkedHashMap<>();
        for (Target page : pages) {
            Draft draft = draft(page.url(), drafts);
            FetchRecord before = draft.latest(page.url());
            if (before == null || before.nextAt() == null || !before.source().equals(source)) {
                draft.add(Entry.withoutPage(Bookkeeping.found(before, source, kind, page, at), null));
            }
        }
        drafts.values().forEach(this::write);
    }

    /**
     * Makes the pages that a source begins with due at once in some partitions, for an operator wishes it.
     *
     * @param wanted which pages the source still asks for
     * @param wish when; what was wished then or later already stays as it is
     */
    public synchronized void wish(
            String source, Collection<Integer> partitions, Predicate<FetchRecord> wanted, Instant wish) {
        for (int partition : partitions) {
            Draft draft = new Draft(partition, open(partition));
            for (FetchRecord page : draft.shelf.all()) {
                boolean isFirst =
                        page.source().equals(source) && page.depth() == 0 && page.nextAt() != null && wanted.test(page);
                Instant earlier = page.pollRequestedAt();
                if (isFirst && (earlier == null || earlier.isBefore(wish))) {
                    draft.add(Entry.withoutPage(Bookkeeping.wished(page, wish), null));
                }
            }
            write(draft);
        }
    }

    /**
     * Writes attempts: the record of each, the page where its bytes are new, and a record for each link to a page that
     * was not known; in one transaction for each partition. What is known changes only when a transaction has ended
     * well.
     */
    public synchronized void record(List<Attempt> attempts) {
        try (StageMeters.Work begun = counter.begin(attempts.size())) {
            attempts.stream()
                    .collect(Collectors.groupingBy(
                            attempt -> log.partition(attempt.target().url()), LinkedHashMap::new, Collectors.toList()))
                    .forEach(this::record);
            begun.done();
        }
    }

    /**
     * Writes an attempt as {@link #record(List)} does, if what is known of its URL is what the attempt began with.
     *
     * @return whether it was written; otherwise the partition was lost or changed, and the bytes may be older than
     *     those that are known now
     */
    public synchronized boolean record(Attempt attempt, @Nullable FetchRecord before) {
        String url = attempt.target().url();
        // not open(): to claim the partition now would cut off the instance that may have got it meanwhile
        Shelf shelf = shelves.get(log.partition(url));
        if (shelf == null || !Objects.equals(shelf.find(url), before)) {
            LOG.info("{} {}: not recorded, its partition has changed meanwhile", attempt.outcome(), url);
            return false;
        }
        record(log.partition(url), List.of(attempt));
        return true;
    }

    /** Takes note of a record that was written to a partition, by whomever. */
    public synchronized void heard(int partition, FetchRecord written) {
        Shelf shelf = shelves.get(partition);
        if (shelf != null && shelf.isBehind(written)) {
            shelves.remove(partition);
        }
    }

    /** Forgets a partition that another instance polls from now on. */
    public synchronized void release(int partition) {
        shelves.remove(partition);
    }

    private void record(int home, List<Attempt> attempts) {
        Map<Integer, Draft> drafts = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            Draft draft = draft(attempt.target().url(), drafts);
            draft.add(Bookkeeping.enter(draft.latest(attempt.target().url()), attempt));
            if (attempt.outcome() == Outcome.CHALLENGED) {
                putOffWished(draft, attempt);
            }
            for (Target link : attempt.links()) {
                Draft linked = draft(link.url(), drafts);
                FetchRecord found = Bookkeeping.discover(linked.latest(link.url()), attempt, link);
                if (found != null) {
                    linked.add(Entry.withoutPage(found, null));
                }
            }
        }
        // links to other hosts go first: once the page is written, nobody would look for them again
        Draft pages = Objects.requireNonNull(drafts.remove(home));
        drafts.values().forEach(this::write);
        write(pages);
    }

    /** A challenge ends the cycle that a wish began; the other pages wished say that they are due in the next one. */
    private static void putOffWished(Draft draft, Attempt challenged) {
        for (FetchRecord page : draft.shelf.all()) {
            FetchRecord later = Bookkeeping.putOff(page, challenged);
            if (later != null) {
                draft.add(Entry.withoutPage(later, null));
            }
        }
    }

    private Shelf open(int partition) {
        Shelf shelf = shelves.get(partition);
        if (shelf == null) {
            shelf = new Shelf(log.claim(partition).values());
            shelves.put(partition, shelf);
            LOG.info(
                    "partition {} of the ledger knows {} pages",
                    partition,
                    shelf.all().size());
        }
        return shelf;
    }

    private Draft draft(String url, Map<Integer, Draft> drafts) {
        return drafts.computeIfAbsent(log.partition(url), partition -> new Draft(partition, open(partition)));
    }

    private void write(Draft draft) {
        if (draft.entries.isEmpty()) {
            return;
        }
        // until it has ended well nobody knows whether it was written; the log is then read again
        shelves.remove(draft.partition);
        log.append(draft.partition, draft.entries);
        draft.entries.forEach(entry -> draft.shelf.put(entry.record()));
        shelves.put(draft.partition, draft.shelf);
        draft.entries.forEach(counter::report);
    }

    /** What one transaction is going to write. */
    private static final class Draft {
        private final int partition;
        private final Shelf shelf;
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, FetchRecord> changed = new HashMap<>();

        Draft(int partition, Shelf shelf) {
            this.partition = partition;
            this.shelf = shelf;
        }

        @Nullable
        FetchRecord latest(String url) {
            FetchRecord record = changed.get(url);
            return record != null ? record : shelf.find(url);
        }

        void add(Entry entry) {
            entries.add(entry);
            changed.put(entry.record().url(), entry.record());
        }
    }
}
