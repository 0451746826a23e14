package org.jdfwire.fetcher.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdfwire.contracts.page.PollRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All sources at work: starts their threads, and stops them within seconds. */
public final class Sources implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final List<Source> sources;
    private final Runnable enterGroup;
    private final Runnable leaveGroup;
    private final Runnable cutOffRequests;
    private final StopSignal stop;
    private final List<SourceThread> threads = new CopyOnWriteArrayList<>();

    /**
     * @param sources those that are switched on
     * @param enterGroup begins to ask for a share of the polling; runs before the first source does anything
     * @param leaveGroup gives the share up; runs when no source does anything any more
     * @param cutOffRequests ends a request that is under way
     * @param stop given when the service stops
     */
    public Sources(
            List<Source> sources, Runnable enterGroup, Runnable leaveGroup, Runnable cutOffRequests, StopSignal stop) {
        this.sources = List.copyOf(sources);
        this.enterGroup = enterGroup;
        this.leaveGroup = leaveGroup;
        this.cutOffRequests = cutOffRequests;
        this.stop = stop;
    }

    @Override
    public void start() {
        for (Source source : sources) {
            prepare(source);
        }
        enterGroup.run();
        for (Source source : sources) {
            SourceThread thread = new SourceThread(source, stop);
            threads.add(thread);
            thread.start();
        }
        LOG.info(
                "at work: {}",
                sources.isEmpty()
                        ? "no source"
                        : sources.stream().map(Source::name).toList());
    }

    @Override
    public void stop() {
        stop.give();
        threads.forEach(SourceThread::wakeUp);
        cutOffRequests.run();
        for (SourceThread thread : threads) {
            try {
                thread.join(STOP_WITHIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        threads.clear();
        leaveGroup.run();
    }

    /**
     * Hands an operator's wish to the source that it names.
     *
     * @return whether there is such a source in this instance
     */
    public boolean pollNow(PollRequested wish) {
        List<Source> wished = sources.stream()
                .filter(source -> source.name().equals(wish.source()))
                .toList();
        wished.forEach(source -> source.pollNow(wish));
        threads.stream().filter(thread -> thread.runs(wish.source())).forEach(SourceThread::wakeUp);
        return !wished.isEmpty();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** Whether each source has a thread that runs; one that is gone does not come back. */
    public boolean isAlive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    private static void prepare(Source source) {
        try {
            source.prepare();
        } catch (IOException e) {
            throw new UncheckedIOException("source " + source.name() + " cannot start: " + e.getMessage(), e);
        }
    }
}
