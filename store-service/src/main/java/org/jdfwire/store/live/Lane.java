package org.jdfwire.store.live;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * All streams whose connections one event loop writes to.
 *
 * <p>News wakes a lane, not each of its streams: one task serves them all, and what comes in while it runs is served by
 * the next one. So the busier a store is, the more changes go out in each write, and the less each of them costs.
 */
final class Lane {
    /** Heartbeats are looked for so often in a heartbeat's time, for all streams at once instead of a timer for each. */
    private static final int LOOKS = 8;

    private final ScheduledExecutorService loop;
    private final LiveTail tail;
    private final long heartbeatNanos;
    private final long lookNanos;
    private final Set<Follower> followers = new LinkedHashSet<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean woken = new AtomicBoolean();
    private boolean looking;

    Lane(ScheduledExecutorService loop, LiveTail tail, Duration heartbeat) {
        this.loop = loop;
        this.tail = tail;
        heartbeatNanos = heartbeat.toNanos();
        lookNanos = Math.max(1, heartbeatNanos / LOOKS);
    }

    /** Serves all streams soon; called by any thread, and cheap where that is on its way already. */
    void wake() {
        if (!woken.get() && woken.compareAndSet(false, true)) {
            execute(this::serveAll);
        }
    }

    /** Takes a stream in and begins to serve it. */
    void join(Follower follower) {
        size.incrementAndGet();
        execute(() -> {
            followers.add(follower);
            follower.listen();
            follower.serve(round());
            if (!looking) {
                looking = true;
                loop.schedule(this::look, lookNanos, TimeUnit.NANOSECONDS);
            }
        });
    }

    /** Lets a stream go, whose last act this is; nothing happens where it has left before. */
    void leave(Follower follower, Runnable last) {
        execute(() -> {
            if (followers.remove(follower)) {
                follower.leave();
                last.run();
                size.decrementAndGet();
            }
        });
    }

    /** Serves one stream alone. */
    void serve(Follower follower) {
        execute(() -> follower.serve(round()));
    }

    /** Does something to each of the streams, on the loop. */
    void each(Consumer<Follower> step) {
        execute(() -> List.copyOf(followers).forEach(step));
    }

    /** Runs a step on the loop; where that has ended, so have the connections that it wrote to. */
    void execute(Runnable step) {
        try {
            loop.execute(step);
        } catch (RejectedExecutionException ended) {
            if (!loop.isShutdown()) {
                throw ended;
            }
        }
    }

    /** Begins a round of this lane. */
    Round round() {
        return new Round(tail);
    }

    /** Returns how many streams there are; none where the loop has ended, and so their connections. */
    int size() {
        return loop.isShutdown() ? 0 : size.get();
    }

    /** Returns how many of the streams follow the tail; asks its loop. */
    long following() {
        return CompletableFuture.supplyAsync(
                        () -> followers.stream().filter(Follower::isFollowing).count(), this::execute)
                .join();
    }

    private void serveAll() {
        // before anything is read: what comes in from here on wakes the lane again
        woken.set(false);
        Round round = round();
        followers.forEach(follower -> follower.serve(round));
    }

    /** A stream is not silent for longer than a heartbeat, though it is only looked at now and then. */
    private void look() {
        looking = !followers.isEmpty();
        if (looking) {
            long silentSince = System.nanoTime() - (heartbeatNanos - lookNanos);
            Round round = round();
            followers.forEach(follower -> follower.look(round, silentSince));
            loop.schedule(this::look, lookNanos, TimeUnit.NANOSECONDS);
        }
    }
}
