package org.jdfwire.standalone;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdfwire.fetcher.FetcherApplication;
import org.jdfwire.parser.ParserApplication;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.store.StoreApplication;
import org.jdfwire.store.access.Tokens;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The three services in this JVM, each in a context of its own, all with one registry of meters. The store's management
 * port tells the health of all of them.
 */
final class Services implements AutoCloseable {
    private final PrometheusRegistry scraped = new PrometheusRegistry();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, scraped, Clock.SYSTEM);
    private final Deque<ConfigurableApplicationContext> contexts = new ArrayDeque<>();
    private final Map<String, HealthEndpoint> healthOfOthers = new ConcurrentHashMap<>();
    private final List<String> common;

    /** Prepares services that all get the given settings, each written {@code name=value}. */
    Services(List<String> common) {
        this.common = List.copyOf(common);
    }

    /** Starts the store and returns the tokens that it takes. */
    Tokens startStore(String... settings) {
        return start("store", StoreApplication.class, WebApplicationType.REACTIVE, settings)
                .getBean(Tokens.class);
    }

    void startParser(String... settings) {
        startOther("parser", ParserApplication.class, settings);
    }

    void startFetcher(String... settings) {
        startOther("fetcher", FetcherApplication.class, settings);
    }

    /** Returns the store's settings that make its probes ask the other services too. */
    static String[] healthOfAll() {
        return new String[] {
            "management.endpoint.health.group.liveness.include=livenessState,polling,fetcherLiveness,parserLiveness",
            "management.endpoint.health.group.readiness.include="
                    + "readinessState,binders,mongo,consuming,fetcherReadiness,parserReadiness"
        };
    }

    /** Returns what Prometheus would be told of these services. */
    String scrape() {
        return meters.scrape();
    }

    private void startOther(String name, Class<?> application, String... settings) {
        healthOfOthers.put(
                name,
                start(name, application, WebApplicationType.NONE, settings).getBean(HealthEndpoint.class));
    }

    /** Stops them in the order of the data: the fetcher first, the store last. */
    @Override
    public void close() {
        while (!contexts.isEmpty()) {
            contexts.pop().close();
        }
    }

    private ConfigurableApplicationContext start(
            String name, Class<?> application, WebApplicationType web, String... settings) {
        List<String> arguments = new ArrayList<>();
        common.forEach(setting -> arguments.add("--" + setting));
        Arrays.stream(settings).forEach(setting -> arguments.add("--" + setting));
        SpringApplicationBuilder service = new SpringApplicationBuilder(application)
                .properties("spring.config.name=" + name)
                .web(web)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers(context -> shareMeters((GenericApplicationContext) context));
        if (web != WebApplicationType.NONE) {
            service.initializers(context -> tellHealthOfOthers((GenericApplicationContext) context));
        }
        try {
            ConfigurableApplicationContext context = service.run(arguments.toArray(String[]::new));
            contexts.push(context);
            return context;
        } catch (RuntimeException e) {
            // most often a setting that the service refuses; the log has the whole trace
            throw new Problem(name + " cannot start: " + reason(e), e);
        }
    }

    /** Returns what the innermost cause that says anything says. */
    static String reason(Throwable failure) {
        String reason = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reason = cause.getMessage() == null ? reason : cause.getMessage();
        }
        return reason;
    }

    private void tellHealthOfOthers(GenericApplicationContext context) {
        for (String other : List.of("fetcher", "parser")) {
            for (String probe : List.of("Liveness", "Readiness")) {
                context.registerBean(
                        other + probe + "HealthIndicator",
                        HealthIndicator.class,
                        () -> () -> health(other, probe.toLowerCase(Locale.ROOT)));
            }
        }
    }

    /** One that has not started yet is alive and not ready. */
    private Health health(String service, String probe) {
        HealthEndpoint endpoint = healthOfOthers.get(service);
        HealthDescriptor told = endpoint == null ? null : endpoint.healthForPath(probe);
        if (told == null) {
            return (probe.equals("liveness") ? Health.up() : Health.outOfService()).build();
        }
        return Health.status(told.getStatus()).build();
    }

    private void shareMeters(GenericApplicationContext context) {
        context.registerBean("prometheusRegistry", PrometheusRegistry.class, () -> scraped);
        // the registry outlives each context, so none of them may close it
        context.registerBean(
                "prometheusMeterRegistry",
                PrometheusMeterRegistry.class,
                () -> meters,
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
    }
}
