package org.jdfwire.fetcher;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.fetcher.http.HostTurns;
import org.jdfwire.fetcher.http.HttpRequests;
import org.jdfwire.fetcher.http.PageFetcher;
import org.jdfwire.fetcher.http.Robots;
import org.jdfwire.fetcher.inbox.InboxSource;
import org.jdfwire.fetcher.ledger.FetchLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;
import org.jdfwire.fetcher.rss.RssSource;
import org.jdfwire.fetcher.site.SiteSource;
import org.jdfwire.fetcher.source.Source;
import org.jdfwire.fetcher.source.Sources;
import org.jdfwire.fetcher.source.StopSignal;
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
    PageFetcher pageFetcher(HttpRequests requests, StopSignal stop) {
        HostTurns turns = new HostTurns(stop);
        return new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock);
    }

    @Bean
    Ledger ledger(FetchLog log, MeterRegistry registry) {
        return new Ledger(log, new OutcomeCounter(registry));
    }

    /** A new kind of source is one more class and one more line here. */
    @Bean
    Sources sources(
            FetcherProperties properties,
            Ledger ledger,
            PageFetcher fetcher,
            HttpRequests requests,
            StopSignal stop,
            MeterRegistry registry) {
        List<Source> sources = new ArrayList<>();
        properties
                .sites()
                .forEach(site -> sources.add(
                        new SiteSource(site, ledger, fetcher.allowing(properties.allowance(site.name())), clock)));
        properties
                .feeds()
                .forEach(feed -> sources.add(
                        new RssSource(feed, ledger, fetcher.allowing(properties.allowance(feed.name())), clock)));
        properties.inboxes().forEach(inbox -> sources.add(new InboxSource(inbox, ledger, clock, registry)));
        return new Sources(sources, ledger::open, requests::close, stop);
    }
}
