package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes a page was seen to have, and when; tells where a capture of an archive stands among them.
 *
 * <p>Captures can come in any order and again. One is known when it lies in a sighting of the same bytes, or when the
 * sighting before it is one, for then the page had those bytes already; anything else is a new version, also when the
 * sighting after it has the same bytes, for then they were there earlier than anybody knew. So the present bytes are
 * those of the latest look, whatever the order, each version tells something of the history that the versions before it
 * did not, and the same file taken twice changes nothing.
 * Each capture is kept as a sighting of its own, so that one of other bytes in between does not make it unknown. Beyond
 * {@link FetchRecord#MOST_SIGHTINGS} neighbors of the same bytes become one, and then the oldest are forgotten: such a
 * capture taken again may be published again, as an old one, and the store finds nothing new in it. Of two captures of
 * the same second with different bytes the one that came first counts as the later.
 *
 * @param sightings oldest first
 */
record PageHistory(List<Sighting> sightings) {
    /** Where a capture stands. */
    enum Place {
        /** Its bytes were there at that time, as far as we know already, or those of the look before. */
        KNOWN,
        /** Other bytes than before, and nothing was seen later. */
        NEWEST,
        /** Other bytes than before, but the page was seen later. */
        OLD
    }

    /**
     * A history with one more capture in it, and where that stands.
     *
     * @param next the look after it, exactly where it is old
     */
    record Placed(
            Place place, PageHistory history, @Nullable Look next) {}

    static PageHistory of(@Nullable FetchRecord record) {
        return new PageHistory(record == null ? List.of() : record.sightings());
    }

    /** Returns the present bytes' hash; null for a page that was never seen. */
    @Nullable
    String present() {
        return sightings.isEmpty() ? null : sightings.get(sightings.size() - 1).sha256();
    }

    /** Returns the history after a look at the page itself, which is always the latest. */
    PageHistory seenNow(String sha256, Instant at) {
        if (!sha256.equals(present())) {
            return with(sightings.size(), List.of(new Sighting(sha256, at, at)), 0);
        }
        int last = sightings.size() - 1;
        return with(last, List.of(extended(sightings.get(last), at)), 1);
    }

    /** Returns the history after an answer that the present bytes are still there. */
    PageHistory confirmed(Instant at) {
        String present = present();
        return present == null ? this : seenNow(present, at);
    }

    /** Places a capture of an archive. */
    Placed place(String sha256, Instant at) {
        int before = lastUpTo(at);
        int after = before + 1;
        Sighting capture = new Sighting(sha256, at, at);
        int seenIn = seenIn(sha256, at);
        if (seenIn >= 0) {
            return new Placed(Place.KNOWN, with(seenIn, parted(sightings.get(seenIn), at), 1), null);
        }
        if (before >= 0) {
            Sighting previous = sightings.get(before);
            if (previous.sha256().equals(sha256)) {
                return new Placed(Place.KNOWN, with(after, List.of(capture), 0), null);
            }
            if (!previous.to().isBefore(at)) {
                Look next = new Look(previous.to(), previous.sha256());
                return new Placed(Place.OLD, with(before, split(previous, capture), 1), next);
            }
        }
        PageHistory history = with(after, List.of(capture), 0);
        if (after == sightings.size()) {
            return new Placed(Place.NEWEST, history, null);
        }
        Sighting next = sightings.get(after);
        return new Placed(Place.OLD, history, new Look(next.from(), next.sha256()));
    }

    private int seenIn(String sha256, Instant at) {
        for (int i = 0; i < sightings.size(); i++) {
            Sighting seen = sightings.get(i);
            if (seen.sha256().equals(sha256)
                    && !seen.from().isAfter(at)
                    && !seen.to().isBefore(at)) {
                return i;
            }
        }
        return -1;
    }

    private int lastUpTo(Instant at) {
        int index = sightings.size() - 1;
        while (index >= 0 && sightings.get(index).from().isAfter(at)) {
            index--;
        }
        return index;
    }

    private PageHistory with(int index, List<Sighting> inserted, int replaced) {
        List<Sighting> all = new ArrayList<>(sightings.subList(0, index));
        all.addAll(inserted);
        all.addAll(sightings.subList(index + replaced, sightings.size()));
        if (all.size() > FetchRecord.MOST_SIGHTINGS) {
            all = merged(all);
        }
        return new PageHistory(
                List.copyOf(all.subList(Math.max(0, all.size() - FetchRecord.MOST_SIGHTINGS), all.size())));
    }

    private static List<Sighting> merged(List<Sighting> all) {
        List<Sighting> merged = new ArrayList<>();
        for (Sighting seen : all) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).sha256().equals(seen.sha256())) {
                merged.set(last, extended(extended(merged.get(last), seen.from()), seen.to()));
            } else {
                merged.add(seen);
            }
        }
        return merged;
    }

    private static Sighting extended(Sighting seen, Instant at) {
        return new Sighting(
                seen.sha256(), at.isBefore(seen.from()) ? at : seen.from(), at.isAfter(seen.to()) ? at : seen.to());
    }

    /** Returns the same sighting with one of its looks known by its time. */
    private static List<Sighting> parted(Sighting seen, Instant at) {
        return seen.from().isBefore(at) && seen.to().isAfter(at)
                ? List.of(new Sighting(seen.sha256(), seen.from(), at), new Sighting(seen.sha256(), at, seen.to()))
                : List.of(seen);
    }

    /** Of the looks in between only the first and the last are known, so those are what stays of it. */
    private static List<Sighting> split(Sighting seen, Sighting within) {
        Sighting last = new Sighting(seen.sha256(), seen.to(), seen.to());
        return seen.from().isBefore(within.from())
                ? List.of(new Sighting(seen.sha256(), seen.from(), seen.from()), within, last)
                : List.of(within, seen);
    }
}
