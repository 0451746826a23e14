package org.jdfwire.store.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Streams of changes without an end: each catches up from the journal, then follows the tail.
 *
 * <p>A stream fetches its next changes only when its reader has taken the last ones, so a slow reader costs no memory;
 * it falls back to the journal. It reads MongoDB only while it is behind the tail.
 */
public final class ChangeStream {
    private static final int PAGE = 256;
    private static final Duration STREAM_APART = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final TopicJournal journal;
    private final Horizons horizons;
    private final LiveTail tail;
    private final Duration heartbeat;
    private final Scheduler blocking;
    private final AtomicInteger subscribers = new AtomicInteger();
    private final Sinks.One<Duration> closing = Sinks.one();

    /**
     * Joins the journal to the tail.
     *
     * @param heartbeat the longest time that a stream says nothing
     * @param blocking where the journal is read
     */
    public ChangeStream(
            TopicJournal journal, Horizons horizons, LiveTail tail, Duration heartbeat, Scheduler blocking) {
        this.journal = journal;
        this.horizons = horizons;
        this.tail = tail;
        this.heartbeat = heartbeat;
        this.blocking = blocking;
    }

    /**
     * Returns the changes after a position that pass the filter, and heartbeats between them. The stream ends where a
     * trim overtakes it, and the client that comes back with its cursor is told so.
     */
    public Flux<StreamItem> from(Position start, TopicFilter filter) {
        return Flux.defer(() -> {
                    Reader reader = new Reader(start, filter);
                    return Mono.defer(reader::next)
                            .repeat(() -> !reader.trimmed)
                            .concatMapIterable(items -> items, 1);
                })
                .takeUntilOther(closing.asMono().flatMap(ChangeStream::anyTimeWithin))
                .doOnSubscribe(subscription -> subscribers.incrementAndGet())
                .doFinally(signal -> subscribers.decrementAndGet());
    }

    /** Returns how many streams are open. */
    int subscribers() {
        return subscribers.get();
    }

    /**
     * Completes every stream, each at a time of its own, so that their clients do not all come back at once.
     *
     * @param spread the time until the last one is completed; shorter where there are few
     * @return completes when no stream is left
     */
    public Mono<Void> close(Duration spread) {
        Duration enough = STREAM_APART.multipliedBy(subscribers());
        closing.tryEmitValue(enough.compareTo(spread) < 0 ? enough : spread);
        return Flux.interval(Duration.ZERO, LOOK_AGAIN)
                .takeUntil(tick -> subscribers() == 0)
                .then();
    }

    private static Mono<Long> anyTimeWithin(Duration spread) {
        return Mono.delay(Duration.ofNanos(ThreadLocalRandom.current().nextLong(spread.toNanos() + 1)));
    }

    /** One subscriber's place; its calls come one after the other. */
    private final class Reader {
        private final TopicFilter filter;
        private Position position;
        private int generation = -1;
        private @Nullable Cursor goal;
        private boolean following;
        private boolean trimmed;
        private long lastSaid = System.nanoTime();

        Reader(Position start, TopicFilter filter) {
            this.position = start;
            this.filter = filter;
        }

        Mono<List<StreamItem>> next() {
            if (!following) {
                return Mono.fromCallable(this::fromJournal).subscribeOn(blocking);
            }
            LiveTail.News news = tail.read(position, filter, PAGE);
            if (news.behind() || news.generation() != generation) {
                following = false;
                return Mono.just(List.of());
            }
            boolean moved = !news.position().equals(position);
            position = news.position();
            return moved ? Mono.just(said(news.changes())) : waitForNews();
        }

        private List<StreamItem> fromJournal() {
            if (goal == null) {
                // before the journal is read, so that a restart during the reading is not missed
                generation = tail.generation();
                JournalEnd end = journal.end();
                if (end == null) {
                    following = true;
                    return said(List.of());
                }
                goal = end.cursor();
            }
            List<JournalEntry> entries = journal.read(position, goal, filter, PAGE);
            // looked at afterwards, since a trim moves the horizon before it removes anything
            Horizon horizon = horizons.load();
            if (horizon != null && horizon.cuts(position)) {
                trimmed = true;
                return List.of();
            }
            if (entries.size() == PAGE) {
                position = Position.after(entries.get(PAGE - 1).cursor());
            } else {
                // the filter may hold back the last ones; the goal can lie before a position that came from the tail
                position = position.isBefore(goal) ? Position.after(goal) : position;
                goal = null;
                following = true;
            }
            return said(entries.stream().map(LiveChange::of).toList());
        }

        private Mono<List<StreamItem>> waitForNews() {
            Duration silence = heartbeat.minusNanos(System.nanoTime() - lastSaid);
            if (silence.isNegative() || silence.isZero()) {
                return Mono.just(said(List.of()));
            }
            Mono<List<StreamItem>> again = Mono.just(List.of());
            return tail.news(position, generation)
                    .publishOn(Schedulers.parallel())
                    .then(again)
                    .timeout(silence, again);
        }

        /** Returns the changes as items; where there are none and it was silent for long, a heartbeat. */
        private List<StreamItem> said(List<LiveChange> changes) {
            List<StreamItem> items = new ArrayList<>(changes.size());
            changes.forEach(change -> items.add(StreamItem.of(change)));
            if (items.isEmpty() && System.nanoTime() - lastSaid >= heartbeat.toNanos()) {
                items.add(StreamItem.heartbeat(position));
            }
            if (!items.isEmpty()) {
                lastSaid = System.nanoTime();
            }
            return items;
        }
    }
}
