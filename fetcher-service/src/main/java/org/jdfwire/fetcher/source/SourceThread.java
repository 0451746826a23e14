package org.jdfwire.fetcher.source;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the steps of one source until the service stops. */
final class SourceThread extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(SourceThread.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Source source;
    private final StopSignal stop;
    private final Semaphore wakeUps = new Semaphore(0);

    SourceThread(Source source, StopSignal stop) {
        super("source-" + source.name());
        this.source = source;
        this.stop = stop;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!stop.isGiven()) {
                rest(step());
            }
        } catch (InterruptedException e) {
            LOG.debug("source {} stopped", source.name());
        }
    }

    boolean runs(String name) {
        return source.name().equals(name);
    }

    /** Ends the rest, if it rests. */
    void wakeUp() {
        wakeUps.release();
    }

    private void rest(Duration duration) throws InterruptedException {
        if (wakeUps.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            wakeUps.drainPermits();
        }
    }

    // What fails here is Kafka or the disk, never one page: the step left no trace, so the same step is done again.
    private Duration step() throws InterruptedException {
        try {
            return source.step();
        } catch (IOException | RuntimeException e) {
            if (!stop.isGiven()) {
                LOG.warn("source {}: a step failed and will be done again", source.name(), e);
            }
            return AFTER_FAILURE;
        }
    }
}
