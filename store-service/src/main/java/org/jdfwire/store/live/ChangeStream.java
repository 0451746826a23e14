package org.jdfwire.store.live;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Streams of changes without an end: each catches up from the journal, then follows the tail.
 *
 * <p>A stream hands out its next changes only when its connection takes them, so a slow reader costs no memory; it falls
 * back to the journal. It reads MongoDB only while it is behind the tail.
 */
public final class ChangeStream {
    private static final Duration STREAM_APART = Duration.ofMillis(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final CatchUp catchUp;
    private final LiveTail tail;
    private final Duration heartbeat;
    private final Scheduler blocking;
    /** One for each event loop of the server, for as long as the server runs. */
    private final ConcurrentHashMap<ScheduledExecutorService, Lane> lanes = new ConcurrentHashMap<>();

    /** Over what time streams end, once they do. */
    private volatile @Nullable Duration closing;

    /**
     * Joins the journal to the tail.
     *
     * @param heartbeat the longest time that a stream says nothing
     * @param blocking where the journal is read
     */
    public ChangeStream(
            TopicJournal journal, Horizons horizons, LiveTail tail, Duration heartbeat, Scheduler blocking) {
        this.catchUp = new CatchUp(journal, horizons, tail, System::nanoTime);
        this.tail = tail;
        this.heartbeat = heartbeat;
        this.blocking = blocking;
    }

    /**
     * Sends the changes after a position that pass the filter, and heartbeats between them. The stream ends where a trim
     * overtakes it, and the client that comes back with its cursor is told so.
     *
     * @return lets go of the stream; to be called when its connection is gone, on any thread
     */
    public Runnable follow(Position start, TopicFilter filter, StreamForm form, Outlet outlet) {
        Lane lane = lanes.computeIfAbsent(outlet.loop(), this::lane);
        Follower follower = new Follower(start, filter, form, outlet, lane, catchUp, blocking);
        lane.join(follower);
        Duration spread = closing;
        if (spread != null) {
            endWithin(spread, follower);
        }
        return () -> lane.leave(follower, () -> {});
    }

    private Lane lane(ScheduledExecutorService loop) {
        Lane lane = new Lane(loop, tail, heartbeat);
        tail.onNews(lane::wake);
        return lane;
    }

    /** Returns how many streams are open. */
    int subscribers() {
        return lanes.values().stream().mapToInt(Lane::size).sum();
    }

    /** Returns how many streams follow the tail. */
    long following() {
        return lanes.values().stream().mapToLong(Lane::following).sum();
    }

    /**
     * Ends every stream, each at a time of its own, so that their clients do not all come back at once.
     *
     * @param spread the time until the last one is ended; shorter where there are few
     * @return completes when no stream is left
     */
    public Mono<Void> close(Duration spread) {
        Duration enough = STREAM_APART.multipliedBy(subscribers());
        Duration within = enough.compareTo(spread) < 0 ? enough : spread;
        closing = within;
        lanes.values().forEach(lane -> lane.each(follower -> endWithin(within, follower)));
        return Flux.interval(Duration.ZERO, LOOK_AGAIN)
                .takeUntil(tick -> subscribers() == 0)
                .then();
    }

    private static void endWithin(Duration spread, Follower follower) {
        Mono.delay(Duration.ofNanos(ThreadLocalRandom.current().nextLong(spread.toNanos() + 1)))
                .subscribe(over -> follower.end());
    }
}
