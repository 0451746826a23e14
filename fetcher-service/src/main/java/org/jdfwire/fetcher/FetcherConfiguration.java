package org.jdfwire.fetcher;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.fetcher.http.HostTurns;
import org.jdfwire.fetcher.http.HttpRequests;
import org.jdfwire.fetcher.http.PageFetcher;
import org.jdfwire.fetcher.http.RequestCount;
import org.jdfwire.fetcher.http.Robots;
import org.jdfwire.fetcher.inbox.InboxSource;
import org.jdfwire.fetcher.ledger.FetchLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;
import org.jdfwire.fetcher.ledger.Ownership;
import org.jdfwire.fetcher.poll.Polling;
import org.jdfwire.fetcher.publish.GroupSettings;
import org.jdfwire.fetcher.rss.RssSource;
import org.jdfwire.fetcher.site.SiteSource;
import org.jdfwire.fetcher.source.Source;
import org.jdfwire.fetcher.source.Sources;
import org.jdfwire.fetcher.source.StopSignal;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the configured sources and what they share: one ledger, one HTTP client, one turn a host. */
@Configuration(proxyBeanMethods = false)
class FetcherConfiguration {
    private final InstantSource clock = InstantSource.system();

    @Bean
    StopSignal stopSignal() {
        return new StopSignal();
    }

    @Bean
    AddressGate addressGate() {
        return new AddressGate();
    }

    @Bean
    HttpRequests httpRequests(FetcherProperties properties, AddressGate gate) {
        return new HttpRequests(properties.userAgent(), properties.limits().limits(), gate);
    }

    @Bean
    RequestCount requestCount() {
        return new RequestCount(clock);
    }

    @Bean
    GroupSettings groupSettings(FetcherProperties properties) {
        return new GroupSettings(
                properties.group(), properties.instance(), properties.canary().interval());
    }

    @Bean
    PageFetcher pageFetcher(HttpRequests requests, StopSignal stop, RequestCount count) {
        HostTurns turns = new HostTurns(stop, count::add);
        return new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock);
    }

    @Bean
    Ledger ledger(FetchLog log, MeterRegistry registry) {
        return new Ledger(log, new OutcomeCounter(registry));
    }

    /** Part of readiness, as {@code share}: whether it is certain which hosts are this instance's to poll. */
    @Bean
    HealthIndicator shareHealthIndicator(Ownership ownership) {
        return () -> (ownership.isCertain() ? Health.up() : Health.down()).build();
    }

    /** Part of liveness, as {@code sources}: whether each source has its thread. */
    @Bean
    HealthIndicator sourcesHealthIndicator(Sources sources) {
        return () -> (sources.isAlive() ? Health.up() : Health.down()).build();
    }

    /** A new kind of source is one more class and one more line here. */
    @Bean
    Sources sources(
            FetcherProperties properties,
            Ledger ledger,
            Ownership ownership,
            RequestCount count,
            PageFetcher fetcher,
            HttpRequests requests,
            StopSignal stop,
            MeterRegistry registry) {
        Polling.Shared shared = new Polling.Shared(
                ledger,
                ownership,
                count,
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                registry);
        List<Source> sources = new ArrayList<>();
        properties
                .sites()
                .forEach(site ->
                        sources.add(new SiteSource(site, fetcher.allowing(properties.allowance(site.name())), shared)));
        properties
                .feeds()
                .forEach(feed ->
                        sources.add(new RssSource(feed, fetcher.allowing(properties.allowance(feed.name())), shared)));
        properties.inboxes().forEach(inbox -> sources.add(new InboxSource(inbox, ledger, clock, registry)));
        // one that polls nothing must not hold a share that nobody would then poll
        boolean polls = !properties.sites().isEmpty() || !properties.feeds().isEmpty();
        return new Sources(sources, polls ? ownership::start : () -> {}, ownership::close, requests::close, stop);
    }
}
