package org.jdfwire.store.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jdfwire.contracts.Checks;
import org.jdfwire.store.StoreProperties;
import org.jdfwire.store.canary.CanaryWatch;
import org.jdfwire.store.feed.AtomFeed;
import org.jdfwire.store.feed.FeedAddresses;
import org.jdfwire.store.feed.JsonFeed;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.live.ChangeStream;
import org.jdfwire.store.live.LiveTail;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Where requests may block: on a bounded number of threads, never on those of the network. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {
    private static final int MOST_QUEUED = 10_000;

    @Bean
    ThreadPoolTaskExecutor blockingExecutor(StoreProperties properties) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("store-http-");
        executor.setCorePoolSize(properties.httpThreads());
        executor.setMaxPoolSize(properties.httpThreads());
        executor.setQueueCapacity(MOST_QUEUED);
        executor.setAllowCoreThreadTimeOut(true);
        return executor;
    }

    @Bean
    Scheduler blockingScheduler(ThreadPoolTaskExecutor blockingExecutor) {
        return Schedulers.fromExecutor(blockingExecutor);
    }

    @Bean
    WebFluxConfigurer blockingExecution(AsyncTaskExecutor blockingExecutor) {
        return new WebFluxConfigurer() {
            @Override
            public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
                configurer.setExecutor(blockingExecutor);
            }
        };
    }

    @Bean
    Since since(TopicJournal journal, Horizons horizons) {
        return new Since(journal, horizons);
    }

    @Bean
    DryRuns dryRuns(TopicJournal journal, Horizons horizons) {
        return new DryRuns(journal, horizons, InstantSource.system());
    }

    @Bean
    ChangePages changePages(TopicJournal journal, Since since, LiveTail tail, Scheduler blockingScheduler) {
        return new ChangePages(journal, since, tail, blockingScheduler);
    }

    @Bean
    ChangeStreams changeStreams(
            ChangeStream stream,
            StoreProperties properties,
            ServerProperties server,
            CanaryWatch canaries,
            MeterRegistry meters) {
        if (server.getHttp2().isEnabled()) {
            // a stream takes its connection over, and there it has only a part of one
            Checks.refuse("server.http2.enabled", true, "false; a proxy in front can speak HTTP/2");
        }
        return new ChangeStreams(
                stream,
                new SlowClients(properties.slowClient(), meters),
                new Heartbeats(canaries),
                Counter.builder("jdfwire.streams.changes")
                        .description("Changes handed to subscribers, each counted for each of them")
                        .register(meters));
    }

    @Bean
    OpenStreams openStreams(StoreProperties properties, MeterRegistry meters) {
        OpenStreams open = new OpenStreams(properties.streams(), properties.streamsPerAddress());
        Gauge.builder("jdfwire.streams.open", open, OpenStreams::count)
                .description("Streams and long polls that are open")
                .register(meters);
        return open;
    }

    @Bean
    FeedArchives feedArchives(TopicJournal journal, Horizons horizons) {
        return new FeedArchives(journal, horizons);
    }

    @Bean
    FeedAddresses feedAddresses(StoreProperties properties) {
        return new FeedAddresses(properties.publicUrl(), properties.tagAuthority());
    }

    @Bean
    AtomFeed atomFeed(FeedAddresses addresses) {
        return new AtomFeed(addresses);
    }

    @Bean
    JsonFeed jsonFeed(FeedAddresses addresses) {
        return new JsonFeed(addresses);
    }
}
