package org.jdfwire.store.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdfwire.contracts.page.Look;
import org.jspecify.annotations.Nullable;

/**
 * What a topic said, and when it was there at all, as far as it is known by now: the history that its changes add up to,
 * whatever the order in which they came.
 *
 * @param stretches oldest first; neighbors differ, and the first one is not an absence
 */
public record Timeline(List<Stretch> stretches) {
    static final Timeline EMPTY = new Timeline(List.of());

    public Timeline {
        stretches = List.copyOf(stretches);
    }

    /**
     * From one look at a page until the next stretch.
     *
     * @param from when that look was
     * @param contentHash what the topic said; null where it was not there
     * @param sha256 of the page's bytes at that look
     */
    public record Stretch(Instant from, @Nullable String contentHash, String sha256) {}

    /** Returns what it said at a time; null where it was not there. */
    @Nullable
    String at(Instant time) {
        Stretch stretch = stretchAt(time);
        return stretch == null ? null : stretch.contentHash();
    }

    /** Returns when the present stretch began, or null before the first. */
    @Nullable
    Instant presentSince() {
        return stretches.isEmpty() ? null : stretches.get(stretches.size() - 1).from();
    }

    /** Whether it is not there now. */
    boolean endsAbsent() {
        return stretches.isEmpty() || stretches.get(stretches.size() - 1).contentHash() == null;
    }

    /** Returns the first look after a time that told something else; null where there is none. */
    @Nullable
    Look changeAfter(Instant time) {
        for (Stretch stretch : stretches) {
            if (stretch.from().isAfter(time)) {
                return new Look(stretch.from(), stretch.sha256());
            }
        }
        return null;
    }

    /**
     * Returns the history with one more look in it.
     *
     * @param contentHash what the topic said; null where it was not there
     * @param until the look at which the history goes on as it was; null where this is the present, which holds from the
     *     last stretch on if that began later: another reading of bytes that were seen again is no news of the past
     */
    Timeline with(Look look, @Nullable String contentHash, @Nullable Look until) {
        if (until != null && !until.at().isAfter(look.at())) {
            // another look of the same second came first
            return this;
        }
        Instant since = presentSince();
        Instant from = until == null && since != null && since.isAfter(look.at()) ? since : look.at();
        List<Stretch> all = new ArrayList<>();
        stretches.stream().filter(s -> s.from().isBefore(from)).forEach(all::add);
        all.add(new Stretch(from, contentHash, look.sha256()));
        if (until != null) {
            all.add(new Stretch(until.at(), at(until.at()), until.sha256()));
            stretches.stream().filter(s -> s.from().isAfter(until.at())).forEach(all::add);
        }
        return new Timeline(joined(all));
    }

    private @Nullable Stretch stretchAt(Instant time) {
        Stretch found = null;
        for (Stretch stretch : stretches) {
            if (stretch.from().isAfter(time)) {
                break;
            }
            found = stretch;
        }
        return found;
    }

    private static List<Stretch> joined(List<Stretch> all) {
        List<Stretch> joined = new ArrayList<>();
        String last = null;
        for (Stretch stretch : all) {
            if (!Objects.equals(stretch.contentHash(), last)) {
                joined.add(stretch);
                last = stretch.contentHash();
            }
        }
        return joined;
    }
}
