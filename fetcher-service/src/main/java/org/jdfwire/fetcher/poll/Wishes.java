package org.jdfwire.fetcher.poll;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jdfwire.contracts.page.PollRequested;
import org.jspecify.annotations.Nullable;

/**
 * The latest wish of an operator, obeyed once in each partition that is this instance's or becomes so while the wish
 * holds: each instance hears every wish, so one whose partition changes hands just then is not lost.
 */
final class Wishes {
    private final AtomicReference<@Nullable PollRequested> latest = new AtomicReference<>();
    private final Set<Integer> obeyedIn = new HashSet<>();
    private @Nullable PollRequested obeyed;

    /** Takes a wish, from any thread. */
    void add(PollRequested wish) {
        latest.set(wish);
    }

    /**
     * Obeys the latest wish in partitions where that was not done.
     *
     * @param work is given those partitions and when it was wished; when it throws it is done again
     */
    void obey(Set<Integer> held, Instant now, BiConsumer<Collection<Integer>, Instant> work) {
        PollRequested wish = latest.get();
        if (wish == null || wish.isLate(now)) {
            return;
        }
        if (!wish.equals(obeyed)) {
            obeyed = wish;
            obeyedIn.clear();
        }
        Set<Integer> open = new HashSet<>(held);
        open.removeAll(obeyedIn);
        if (!open.isEmpty()) {
            // a wish from a clock that is ahead of ours must not seem later than the answer to it
            work.accept(open, wish.requestedAt().isAfter(now) ? now : wish.requestedAt());
            obeyedIn.addAll(open);
        }
    }
}
