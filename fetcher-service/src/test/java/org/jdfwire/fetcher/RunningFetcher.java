package org.jdfwire.fetcher;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdfwire.contracts.page.Outcome;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole fetcher in this JVM, against the broker of the tests. */
final class RunningFetcher implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningFetcher(Map<String, String> settings) {
        context = FetcherApplication.builder()
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /**
     * Starts one that polls a site every 200 ms without delay.
     *
     * @param changes other settings, {@code key=value}
     */
    static RunningFetcher polling(LocalSite site, Path inbox, String... changes) {
        return polling(site.url("/en/jdf/"), site.port(), inbox, changes);
    }

    static RunningFetcher polling(String start, int port, Path inbox, String... changes) {
        Map<String, String> settings = settings(inbox);
        settings.put("fetcher.enabled", "it");
        settings.put("fetcher.sources.it.kind", "site");
        settings.put("fetcher.sources.it.start", start);
        settings.put("fetcher.sources.it.allow-hosts", "127.0.0.1");
        settings.put("fetcher.sources.it.allow-ports", Integer.toString(port));
        settings.put("fetcher.sources.it.interval", "200ms");
        settings.put("fetcher.sources.it.delay", "0s");
        return start(settings, changes);
    }

    /** Starts one that only looks into an inbox, every 50 ms. */
    static RunningFetcher watching(Path inbox, String... changes) {
        return start(settings(inbox), changes);
    }

    private static RunningFetcher start(Map<String, String> settings, String... changes) {
        for (String change : changes) {
            int equals = change.indexOf('=');
            settings.put(change.substring(0, equals), change.substring(equals + 1));
        }
        return new RunningFetcher(settings);
    }

    private static Map<String, String> settings(Path inbox) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.kafka.bootstrap-servers", TestKafka.address());
        settings.put("spring.main.web-application-type", "none");
        settings.put("fetcher.enabled", "none");
        settings.put("fetcher.canary.interval", "0s");
        settings.put("fetcher.sources.inbox.folder", inbox.toString());
        settings.put("fetcher.sources.inbox.look-every", "50ms");
        settings.put("fetcher.sources.inbox.url-wait", "500ms");
        return settings;
    }

    double count(Outcome outcome) {
        return context.getBean(MeterRegistry.class)
                .get("jdfwire.pages")
                .tag("outcome", outcome.label())
                .counter()
                .count();
    }

    /** Returns the port of health and metrics; there is one only where a change asked for a web application. */
    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
