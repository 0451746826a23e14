package org.jdfwire.fetcher.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a request off when its time is over. A socket's own time-out starts anew with each byte, so a host that drips
 * could hold us forever.
 */
final class TimeLimit implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Runnable cutOff;
    private volatile @Nullable String exceeded;
    private @Nullable ScheduledFuture<?> running;

    /** @param cutOff ends the request at hand, from another thread */
    TimeLimit(Runnable cutOff) {
        this.cutOff = cutOff;
    }

    /** Ends the limit that was running and starts one for what is named. */
    void start(String what, Duration limit) {
        close();
        running = CLOCK.schedule(
                () -> {
                    exceeded = what + " took longer than " + limit.toMillis() + " ms";
                    cutOff.run();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Returns the failure, or what caused it where that was us. */
    IOException causeOf(IOException failure) {
        String reason = exceeded;
        if (reason == null) {
            return failure;
        }
        InterruptedIOException cut = new InterruptedIOException(reason);
        cut.initCause(failure);
        return cut;
    }

    @Override
    public void close() {
        ScheduledFuture<?> limit = running;
        if (limit != null) {
            limit.cancel(false);
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-time-limits");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
