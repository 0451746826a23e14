package org.jdfwire.store.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The newest changes, in a ring that all subscribers read from, each at its own place.
 *
 * <p>Everything after the floor is in the ring without a hole; a subscriber that stands before it reads the journal,
 * which has each change before the ring has it. Thread-safe.
 */
public final class LiveTail {
    private final Entry[] ring;
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

    private int first;
    private int size;
    private @Nullable Position floor;
    private @Nullable Cursor newest;
    private int generation;

    /** Makes a tail that keeps so many changes. */
    public LiveTail(int capacity) {
        ring = new Entry[capacity];
    }

    private record Entry(LiveChange change, FilterFields fields) {}

    /**
     * What a subscriber finds.
     *
     * @param generation rises with each {@link #restart}; a subscriber that knows another one reads the journal again
     * @param behind whether there is news that only the journal has
     * @param position where the subscriber stands after it, changes that its filter holds back included
     * @param changes the news that passes the filter
     */
    record News(int generation, boolean behind, Position position, List<LiveChange> changes) {}

    /** Adds a change; one that is not after the newest was there before and does nothing. */
    public void append(LiveChange change, FilterFields fields) {
        synchronized (this) {
            if (newest != null && newest.compareTo(change.cursor()) >= 0) {
                return;
            }
            if (floor == null) {
                floor = Position.before(change.cursor());
            }
            if (size == ring.length) {
                floor = Position.after(ring[first].change().cursor());
                first = (first + 1) % ring.length;
                size--;
            }
            ring[(first + size) % ring.length] = new Entry(change, fields);
            size++;
            newest = change.cursor();
        }
        wake();
    }

    /** Forgets the changes: the log is read from a new place, so some may have passed by. */
    public void restart() {
        synchronized (this) {
            size = 0;
            floor = null;
            newest = null;
            generation++;
        }
        wake();
    }

    /** Returns the newest change that came by, or null before the first. */
    public synchronized @Nullable Cursor newest() {
        return newest;
    }

    /** Returns what is new after a position, looking at so many changes at most. */
    synchronized News read(Position after, TopicFilter filter, int most) {
        if (!hasNews(after)) {
            return new News(generation, false, after, List.of());
        }
        if (floor == null || after.value() < floor.value()) {
            return new News(generation, true, after, List.of());
        }
        List<LiveChange> changes = new ArrayList<>();
        Position position = after;
        int looked = 0;
        for (int i = indexAfter(after); i < size && looked < most; i++, looked++) {
            Entry entry = ring[(first + i) % ring.length];
            position = Position.after(entry.change().cursor());
            if (filter.matches(entry.fields())) {
                changes.add(entry.change());
            }
        }
        return new News(generation, false, position, changes);
    }

    /** Completes as soon as there is news after the position, or a restart since that generation. */
    public Mono<Void> news(Position after, int knownGeneration) {
        return Mono.create(sink -> {
            Runnable wake = sink::success;
            waiting.add(wake);
            sink.onDispose(() -> waiting.remove(wake));
            // it may have come between the caller's look and this waiting
            if (isStale(after, knownGeneration)) {
                sink.success();
            }
        });
    }

    /** Returns how many wait for news. */
    int waiting() {
        return waiting.size();
    }

    /** Returns how often the tail began anew. */
    public synchronized int generation() {
        return generation;
    }

    private synchronized boolean isStale(Position after, int knownGeneration) {
        return generation != knownGeneration || hasNews(after);
    }

    private boolean hasNews(Position after) {
        return newest != null && after.isBefore(newest);
    }

    /** Returns the number, from the oldest, of the first entry after the position; the cursors rise, so by halving. */
    private int indexAfter(Position after) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (after.isBefore(ring[(first + middle) % ring.length].change().cursor())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void wake() {
        waiting.forEach(Runnable::run);
    }
}
