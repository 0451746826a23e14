package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the URLs of one partition, and in which order they are due. Finding the next one takes the same time
 * however many there are.
 */
final class Shelf {
    private static final Comparator<FetchRecord> WISHED_FIRST =
            Comparator.comparing(page -> page.pollRequestedAt() == null);

    /** Pages that were asked for, longest due first. */
    private static final Comparator<FetchRecord> LONGEST_DUE = WISHED_FIRST
            .thenComparing(Shelf::nextAt)
            .thenComparing(FetchRecord::depth)
            .thenComparing(FetchRecord::url);

    /** Pages that nobody asked for yet, latest found first: what is new goes before the back numbers. */
    private static final Comparator<FetchRecord> LATEST_FOUND = WISHED_FIRST
            .thenComparing(Comparator.comparing(Shelf::nextAt).reversed())
            .thenComparing(FetchRecord::depth)
            .thenComparing(FetchRecord::url);

    private final Map<String, FetchRecord> known = new HashMap<>();
    private final Map<SourceHost, Agenda> agendas = new HashMap<>();
    private final Map<String, Instant> throttledUntil = new HashMap<>();

    Shelf(Collection<FetchRecord> records) {
        records.forEach(this::put);
    }

    @Nullable
    FetchRecord find(String url) {
        return known.get(url);
    }

    Collection<FetchRecord> all() {
        return known.values();
    }

    void put(FetchRecord record) {
        FetchRecord before = known.put(record.url(), record);
        String host = HttpUrl.parse(record.url()).host();
        if (before != null && before.nextAt() != null) {
            agenda(before, host).of(before).remove(before);
        }
        Instant nextAt = record.nextAt();
        if (nextAt == null) {
            return;
        }
        Agenda agenda = agenda(record, host);
        agenda.of(record).add(record);
        if (record.outcome() == Outcome.THROTTLED) {
            throttledUntil.merge(host, nextAt, Shelf::later);
        } else if (record.outcome() == Outcome.CHALLENGED) {
            agenda.challengedUntil = later(agenda.challengedUntil, nextAt);
            agenda.challengedAt = later(agenda.challengedAt, record.at());
        }
    }

    /** Whether the record, which was written to this partition, tells something that is not known here. */
    boolean isBehind(FetchRecord written) {
        FetchRecord record = known.get(written.url());
        return record == null || written.at().isAfter(record.at());
    }

    /** Returns, for each host, the source's first page of those asked for and of those not yet asked for. */
    List<DuePage> due(String source, Predicate<FetchRecord> wanted) {
        List<DuePage> due = new ArrayList<>();
        agendas.forEach((key, agenda) -> {
            if (key.source().equals(source)) {
                Instant throttled = throttledUntil.getOrDefault(key.host(), Instant.EPOCH);
                for (NavigableSet<FetchRecord> pages : List.of(agenda.asked, agenda.unasked)) {
                    pages.stream()
                            .filter(wanted)
                            .findFirst()
                            .ifPresent(page -> due.add(new DuePage(
                                    page, key.host(), later(nextAt(page), later(agenda.restFor(page), throttled)))));
                }
            }
        });
        return due;
    }

    private Agenda agenda(FetchRecord record, String host) {
        return agendas.computeIfAbsent(new SourceHost(record.source(), host), key -> new Agenda());
    }

    private static Instant nextAt(FetchRecord record) {
        return Objects.requireNonNull(record.nextAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record SourceHost(String source, String host) {}

    /** A host's pages of one source. A host that challenged one of them is left alone by that source for the cycle. */
    private static final class Agenda {
        private final NavigableSet<FetchRecord> asked = new TreeSet<>(LONGEST_DUE);
        private final NavigableSet<FetchRecord> unasked = new TreeSet<>(LATEST_FOUND);
        private Instant challengedUntil = Instant.EPOCH;
        private Instant challengedAt = Instant.EPOCH;

        /** An operator's wish begins a new cycle: one more page is asked for, and a challenge to that ends it again. */
        Instant restFor(FetchRecord page) {
            Instant wish = page.pollRequestedAt();
            return wish != null && wish.isAfter(challengedAt) ? Instant.EPOCH : challengedUntil;
        }

        NavigableSet<FetchRecord> of(FetchRecord record) {
            return record.outcome() == null ? unasked : asked;
        }
    }
}
