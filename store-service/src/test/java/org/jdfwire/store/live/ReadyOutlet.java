package org.jdfwire.store.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A connection that is ready until it is told otherwise. */
final class ReadyOutlet implements Outlet, AutoCloseable {
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean ready = true;
    private volatile Runnable again = () -> {};

    /** Takes no more. */
    void block() {
        ready = false;
    }

    /** Takes more again, and says so on its loop. */
    void unblock() {
        ready = true;
        loop.execute(again);
    }

    @Override
    public ScheduledExecutorService loop() {
        return loop;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public void onReady(Runnable task) {
        again = task;
    }

    @Override
    public void close() {
        loop.shutdownNow();
    }
}
