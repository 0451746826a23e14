package org.jdfwire.store.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * The newest changes, in a ring that all subscribers read from, each at its own place.
 *
 * <p>Everything after the floor is in the ring without a hole; a subscriber that stands before it reads the journal,
 * which has each change before the ring has it. Thread-safe.
 */
public final class LiveTail {
    private final Entry[] ring;
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private int first;
    private int size;
    private @Nullable Position floor;
    private @Nullable Cursor newest;
    private int generation;

    /** Makes a tail that keeps so many changes. */
    public LiveTail(int capacity) {
        ring = new Entry[capacity];
    }

    /** A change, and what it can be found by, which is read when it is first asked for. */
    private static final class Entry {
        private final LiveChange change;
        private final Supplier<FilterFields> reading;
        private @Nullable FilterFields fields;

        Entry(LiveChange change, Supplier<FilterFields> reading) {
            this.change = change;
            this.reading = reading;
        }

        LiveChange change() {
            return change;
        }

        boolean passes(TopicFilter filter) {
            if (filter.equals(TopicFilter.ALL)) {
                return true;
            }
            FilterFields known = fields;
            if (known == null) {
                known = reading.get();
                fields = known;
            }
            return filter.matches(known);
        }
    }

    /**
     * How far the tail has come.
     *
     * @param generation rises with each {@link #restart}; a subscriber that knows another one reads the journal again
     * @param newest the newest change, or null before the first
     */
    record Mark(int generation, @Nullable Cursor newest) {}

    /**
     * What a subscriber finds.
     *
     * @param mark how far the tail is
     * @param behind whether there is news that only the journal has
     * @param position where the subscriber stands after it, changes that its filter holds back included
     * @param changes the news that passes the filter
     */
    record News(Mark mark, boolean behind, Position position, List<LiveChange> changes) {}

    /**
     * Adds a change; one that is not after the newest was there before and does nothing.
     *
     * @param fields reads what it can be found by; only where a filter asks, on the thread that does
     */
    public void append(LiveChange change, Supplier<FilterFields> fields) {
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

    /**
     * Returns what is new after a position, as much of it as makes a batch; throws {@link JacksonException} where the filter
     * asks for what cannot be read.
     */
    synchronized News read(Position after, TopicFilter filter, StreamForm form) {
        if (!hasNews(after)) {
            return new News(mark(), false, after, List.of());
        }
        if (floor == null || after.value() < floor.value()) {
            return new News(mark(), true, after, List.of());
        }
        List<LiveChange> changes = new ArrayList<>();
        Position position = after;
        int bytes = 0;
        for (int i = indexAfter(after); i < size && bytes < StreamBatch.ENOUGH_BYTES; i++) {
            Entry entry = ring[(first + i) % ring.length];
            position = Position.after(entry.change().cursor());
            if (entry.passes(filter)) {
                changes.add(entry.change());
                bytes += form.size(entry.change());
            }
        }
        return new News(mark(), false, position, changes);
    }

    /** Runs this at each change and each restart, on the thread that brings it. */
    void onNews(Runnable listener) {
        listeners.add(listener);
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

    /** Returns how far the tail is. */
    synchronized Mark mark() {
        return new Mark(generation, newest);
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
        listeners.forEach(Runnable::run);
        waiting.forEach(Runnable::run);
    }
}
