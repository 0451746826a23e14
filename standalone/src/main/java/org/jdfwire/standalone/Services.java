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
import org.jdfwire.fetcher.FetcherApplication;
import org.jdfwire.parser.ParserApplication;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.store.StoreApplication;
import org.jdfwire.store.access.Tokens;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The three services in this JVM, each in a context of its own, all with one registry of meters. */
final class Services implements AutoCloseable {
    private final PrometheusRegistry scraped = new PrometheusRegistry();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, scraped, Clock.SYSTEM);
    private final Deque<ConfigurableApplicationContext> contexts = new ArrayDeque<>();
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
        start("parser", ParserApplication.class, WebApplicationType.NONE, settings);
    }

    void startFetcher(String... settings) {
        start("fetcher", FetcherApplication.class, WebApplicationType.NONE, settings);
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
        try {
            ConfigurableApplicationContext context = service.run(arguments.toArray(String[]::new));
            contexts.push(context);
            return context;
        } catch (RuntimeException e) {
            // most often a setting that the service refuses; the log has the whole trace
            throw new Problem(
                    name + " cannot start: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    e);
        }
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
