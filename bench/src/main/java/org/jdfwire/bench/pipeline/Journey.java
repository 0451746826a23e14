package org.jdfwire.bench.pipeline;

import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.jdfwire.bench.process.Waits;

/** When pages were published and how long each took to be seen; known by their issue's number. */
final class Journey {
    private final ConcurrentHashMap<Integer, Long> publishedAt = new ConcurrentHashMap<>();
    private Histogram took = new Histogram(3);

    void published(int issue) {
        publishedAt.put(issue, System.nanoTime());
    }

    /** Notes the first sight of a page. */
    synchronized void seen(int issue) {
        Long at = publishedAt.remove(issue);
        if (at != null) {
            took.recordValue(System.nanoTime() - at);
        }
    }

    /** Waits until every page was seen, and returns how long each took in nanoseconds. */
    Histogram take() {
        Waits.until("the last page", java.time.Duration.ofSeconds(30), publishedAt::isEmpty);
        synchronized (this) {
            Histogram taken = took;
            took = new Histogram(3);
            return taken;
        }
    }
}
