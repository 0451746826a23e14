package org.jdfwire.bench.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdfwire.bench.process.StandaloneProcess;

/** Asks for metrics again and again, as Prometheus does. */
final class Scraper implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger scrapes = new AtomicInteger();

    private Scraper() {}

    /** Begins after an interval. */
    static Scraper start(StandaloneProcess standalone, long everyMillis) {
        Scraper scraper = new Scraper();
        scraper.thread.scheduleAtFixedRate(
                () -> {
                    series(standalone.metrics());
                    scraper.scrapes.incrementAndGet();
                },
                everyMillis,
                everyMillis,
                TimeUnit.MILLISECONDS);
        return scraper;
    }

    /** Scrapes once and returns how many series there are. */
    static long series(URI metrics) {
        try {
            return HTTP.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .count();
        } catch (IOException e) {
            throw new IllegalStateException(metrics + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    int scrapes() {
        return scrapes.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
