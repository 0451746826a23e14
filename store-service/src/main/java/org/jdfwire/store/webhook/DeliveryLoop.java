package org.jdfwire.store.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.live.LiveTail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/**
 * Looks when a change came, a turn ended, an operator did something, or a retry is due; between them it does nothing. While
 * no webhook is active, changes that come close together are one look.
 */
final class DeliveryLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
    /** Between two looks that news brings about while no webhook is active: another instance may have one by then. */
    private static final Duration WITHOUT_ANY = Duration.ofSeconds(10);

    private final DueLook due;
    private final Deliveries deliveries;
    private final LiveTail tail;
    private final ScheduledExecutorService loop;
    private final ExecutorService threads;
    private final InstantSource clock;
    private final Duration patience;
    private final AtomicBoolean awake = new AtomicBoolean();

    private @Nullable Disposable news;
    private @Nullable ScheduledFuture<?> timer;
    private @Nullable ScheduledFuture<?> rest;
    private volatile boolean running;

    /** @param patience how long a stop waits for the attempts at hand */
    DeliveryLoop(
            DueLook due,
            Deliveries deliveries,
            LiveTail tail,
            ScheduledExecutorService loop,
            ExecutorService threads,
            InstantSource clock,
            Duration patience) {
        this.due = due;
        this.deliveries = deliveries;
        this.tail = tail;
        this.loop = loop;
        this.threads = threads;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
        wake();
    }

    /** Looks soon; several calls before that are one look. */
    void wake() {
        if (running && awake.compareAndSet(false, true)) {
            try {
                loop.execute(this::look);
            } catch (RejectedExecutionException stopped) {
                // the next life looks first of all
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        deliveries.stop();
        loop.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                // what these attempts come to is not known, so they are made again under the same id
                log.warn("Webhooks: attempts are still open after {}", patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        awake.set(false);
        stopWaiting();
        if (!running) {
            return;
        }
        // before the look, so that what comes during it is not missed
        int generation = tail.generation();
        Cursor newest = tail.newest();
        Duration wait;
        try {
            Instant next = due.look(this::wake);
            wait = Duration.between(clock.instant(), next);
        } catch (RuntimeException e) {
            if (!running) {
                // the stop interrupted it, which is no fault; the next life looks first of all
                return;
            }
            log.error("Webhooks cannot be looked at; again in {}", AFTER_A_FAULT, e);
            wait = AFTER_A_FAULT;
        }
        timer = loop.schedule(this::wake, Math.max(0, wait.toMillis()) + 1, TimeUnit.MILLISECONDS);
        Position after = newest == null ? Position.START : Position.after(newest);
        if (due.count(Status.State.ACTIVE) > 0) {
            listen(after, generation);
        } else {
            rest = loop.schedule(() -> listen(after, generation), WITHOUT_ANY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void listen(Position after, int generation) {
        news = tail.news(after, generation).subscribe(nothing -> {}, failure -> wake(), this::wake);
    }

    private void stopWaiting() {
        if (news != null) {
            news.dispose();
        }
        if (timer != null) {
            timer.cancel(false);
        }
        if (rest != null) {
            rest.cancel(false);
        }
    }
}
