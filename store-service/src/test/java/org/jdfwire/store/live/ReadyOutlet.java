package org.jdfwire.store.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A connection that takes what it is sent until it is told otherwise, and remembers it. */
final class ReadyOutlet implements Outlet, AutoCloseable {
    private final ScheduledExecutorService loop;
    private final List<StreamBatch> got = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private volatile boolean ready = true;
    private volatile int most = Integer.MAX_VALUE;
    private volatile Runnable again = () -> {};

    ReadyOutlet() {
        this(Executors.newSingleThreadScheduledExecutor());
    }

    private ReadyOutlet(ScheduledExecutorService loop) {
        this.loop = loop;
    }

    /** Returns another connection that the same loop writes to. */
    ReadyOutlet beside() {
        return new ReadyOutlet(loop);
    }

    /** Takes no more. */
    void block() {
        ready = false;
    }

    /** Takes no more when it has had so many. */
    void blockAfter(int batches) {
        most = batches;
    }

    /** Takes more again, and says so on its loop. */
    void unblock() {
        most = Integer.MAX_VALUE;
        ready = true;
        loop.execute(() -> again.run());
    }

    /** Returns what it was sent, in its order. */
    List<StreamBatch> got() {
        return got;
    }

    /** Returns the cursors of the changes that it was sent, in their order. */
    List<Long> cursors() {
        return got.stream()
                .flatMap(batch -> batch.changes().stream())
                .map(change -> change.cursor().value())
                .toList();
    }

    /** Returns how its stream ended: {@code ended} or {@code failed}, nothing while it goes on. */
    List<String> ends() {
        return ends;
    }

    /** Returns when its loop has done what it was given before. */
    void settle() {
        CompletableFuture.runAsync(() -> {}, loop)
                .orTimeout(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)
                .join();
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
    public void send(StreamBatch batch) {
        got.add(batch);
        if (got.size() >= most) {
            ready = false;
        }
    }

    @Override
    public void end() {
        ends.add("ended");
    }

    @Override
    public void fail(Throwable cause) {
        ends.add("failed");
    }

    @Override
    public void close() {
        loop.shutdownNow();
    }
}
