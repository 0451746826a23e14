package org.jdfwire.fetcher.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdfwire.fetcher.source.StopSignal;

/** Gives each host one request at a time, with a pause after each; all sources share it. */
public final class HostTurns {
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final StopSignal stop;
    private final Consumer<String> asked;

    /** @param stop ends the waiting */
    public HostTurns(StopSignal stop) {
        this(stop, host -> {});
    }

    /**
     * @param stop ends the waiting
     * @param asked is told the host of each request, before it is made
     */
    public HostTurns(StopSignal stop, Consumer<String> asked) {
        this.stop = stop;
        this.asked = asked;
    }

    /** Waits for the host's turn and for the pause since its last request to pass, then makes the request. */
    Answer take(String host, Duration pause, Request request) throws IOException, InterruptedException {
        Turn turn = turns.computeIfAbsent(host, h -> new Turn());
        turn.lock.lockInterruptibly();
        try {
            if (turn.used) {
                stop.rest(Duration.ofNanos(turn.endedNanos + pause.toNanos() - System.nanoTime()));
            }
            asked.accept(host);
            try {
                return request.make();
            } catch (IOException e) {
                if (stop.isGiven()) {
                    // cut off by us; that says nothing about the host
                    throw new InterruptedException("the service stops");
                }
                throw e;
            } finally {
                turn.used = true;
                turn.endedNanos = System.nanoTime();
            }
        } finally {
            turn.lock.unlock();
        }
    }

    /** A request to be made when it is its turn. */
    interface Request {
        Answer make() throws IOException;
    }

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private boolean used;
        private long endedNanos;
    }
}
