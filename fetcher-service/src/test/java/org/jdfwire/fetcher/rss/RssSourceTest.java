package org.jdfwire.fetcher.rss;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.LocalSite;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.HostTurns;
import org.jdfwire.fetcher.http.HttpRequests;
import org.jdfwire.fetcher.http.PageFetcher;
import org.jdfwire.fetcher.http.RequestCount;
import org.jdfwire.fetcher.http.Robots;
import org.jdfwire.fetcher.ledger.InMemoryLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;
import org.jdfwire.fetcher.ledger.SoleOwner;
import org.jdfwire.fetcher.poll.Politeness;
import org.jdfwire.fetcher.poll.Polling;
import org.jdfwire.fetcher.source.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RssSourceTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final int A_DAY = 1_000;
    private static final String FEED = "/j/rss/news.xml";

    private final LocalSite site = new LocalSite();
    private final HttpRequests requests = new HttpRequests("JDFWire/test");
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InMemoryLog log = new InMemoryLog();

    @AfterEach
    void stop() {
        requests.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/rss+xml", "application/atom+xml; charset=utf-8", "Application/XML", "text/xml"})
    void publishesTheFeedItselfAsAPage(String type) throws InterruptedException {
        feed(type, "<rss/>");
        source(false).step();

        assertThat(log.pages()).singleElement().satisfies(entry -> {
            assertThat(entry.body()).asString(StandardCharsets.UTF_8).isEqualTo("<rss/>");
            assertThat(entry.page().via()).isEqualTo(Via.RSS);
            assertThat(entry.page().contentType()).isEqualTo(type);
        });
    }

    @Test
    void isNoPageToReadAndAPageIsNoFeed() throws InterruptedException {
        feed("text/html", "<p>a page");
        source(false).step();

        assertThat(known(FEED).outcome()).isEqualTo(Outcome.WRONG_TYPE);
    }

    @Test
    void asksAgainWithTheEtagWhenItIsDue() throws InterruptedException {
        site.page(
                FEED,
                new LocalSite.Page(
                        200,
                        Map.of("Content-Type", "text/xml", "ETag", "\"1\""),
                        "<rss/>".getBytes(StandardCharsets.UTF_8)));
        RssSource source = source(false);
        source.step();
        assertThat(source.step()).isPositive();
        now.set(NOON.plus(Duration.ofMinutes(10)));
        source.step();

        assertThat(known(FEED).outcome()).isEqualTo(Outcome.NOT_MODIFIED);
        assertThat(log.pages()).hasSize(1);
    }

    @Test
    void asksForEachLinkedPageOnceAndAgainLaterWhereConfigured() throws InterruptedException {
        String items = "<rss><channel><link>/ignored.html</link><item><link>/j/a.html</link></item>"
                + "<item><link> " + site.url("/j/a.html") + "\n</link></item><item><link>/j/a.pdf</link></item>"
                + "<item><link>https://example.org/x.html</link></item><item><link>http://[bad</link></item>"
                + "<item><title>none</title></item></channel></rss>";
        feed("text/xml", items);
        site.html("/j/a.html", "<p>a");
        RssSource source = source(true);
        source.step();
        source.step();
        assertThat(source.step()).isPositive();

        assertThat(site.log()).extracting(LocalSite.Request::path).containsExactly("/robots.txt", FEED, "/j/a.html");
        assertThat(known("/j/a.html")).satisfies(record -> {
            assertThat(record.source()).isEqualTo("mod-news");
            assertThat(record.nextAt()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        });
    }

    @Test
    void knowsOnlyLinksToPagesOfItsOwnHostAndPort() throws InterruptedException {
        String otherPort = site.url("/j/port.html").replace(":" + site.port(), ":" + (site.port() - 1));
        feed(
                "application/atom+xml",
                "<feed><entry><link rel='self' href='/j/self.html'/><link href='/j/a.html'/></entry>"
                        + "<entry><link rel='alternate' href='/j/b.html'/></entry>"
                        + "<entry><link href='http://example.org:" + site.port() + "/x.html'/></entry>"
                        + "<entry><link href='" + otherPort + "'/></entry></feed>");
        source(true).step();

        assertThat(log.readAll()).containsOnlyKeys(site.url(FEED), site.url("/j/a.html"), site.url("/j/b.html"));
    }

    @Test
    void readsNoLinksInPagesAndTakesThemForNoFeeds() throws InterruptedException {
        feed("text/xml", "<rss><channel><item><link>/j/a.html</link></item></channel></rss>");
        site.page(
                "/j/a.html",
                new LocalSite.Page(
                        200,
                        Map.of("Content-Type", "application/xhtml+xml"),
                        "<html><item><link>/j/b.html</link></item></html>".getBytes(StandardCharsets.UTF_8)));
        RssSource source = source(true);
        source.step();
        source.step();

        assertThat(log.readAll()).containsOnlyKeys(site.url(FEED), site.url("/j/a.html"));
        assertThat(known("/j/a.html").outcome()).isEqualTo(Outcome.FETCHED);
        assertThat(log.pages().get(1).page().via()).isEqualTo(Via.HTTP);
    }

    @Test
    void aFeedThatIsRedirectedToAnotherHostIsNotFollowed() throws InterruptedException {
        String elsewhere = site.url(FEED).replace("127.0.0.1", "127.0.0.2");
        site.page(FEED, new LocalSite.Page(302, Map.of("Location", elsewhere), new byte[0]));
        source(false).step();

        assertThat(known(FEED).outcome()).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(known(FEED).detail()).startsWith("redirected to " + elsewhere);
        assertThat(log.readAll()).containsOnlyKeys(site.url(FEED));
    }

    @Test
    void asksForNoLinkedPageByDefault() throws InterruptedException {
        feed("text/xml", "<rss><channel><item><link>/j/a.html</link></item></channel></rss>");
        RssSource source = source(false);
        source.step();

        assertThat(source.step()).isPositive();
        assertThat(log.readAll()).containsOnlyKeys(site.url(FEED));
        // what was found while it was configured otherwise is left alone too
        source(true).step();
        now.set(NOON.plus(Duration.ofMinutes(10)));
        source(true).step();
        assertThat(log.readAll()).containsKey(site.url("/j/a.html"));
        RssSource again = source(false);
        while (again.step().isZero()) {}
        assertThat(site.log("/j/a.html")).isEmpty();
    }

    private void feed(String type, String body) {
        site.page(FEED, new LocalSite.Page(200, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8)));
    }

    private RssSource source(boolean followLinks) {
        InstantSource clock = now::get;
        RssSettings settings = new RssSettings(
                "mod-news",
                HttpUrl.parse(site.url(FEED)),
                followLinks,
                new Politeness(Duration.ofMinutes(10), Duration.ofDays(1), Duration.ZERO, A_DAY));
        // what keeps it on its host is not the check of addresses
        Allowance allowance = new Allowance(Set.of("127.0.0.1", "127.0.0.2"), Set.of(site.port()));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RequestCount count = new RequestCount(clock);
        HostTurns turns = new HostTurns(new StopSignal(), count::add);
        return new RssSource(
                settings,
                new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock).allowing(allowance),
                new Polling.Shared(
                        new Ledger(log, new OutcomeCounter(meters)), new SoleOwner(), count, clock, () -> 0, meters));
    }

    private FetchRecord known(String path) {
        return Objects.requireNonNull(log.readAll().get(site.url(path)));
    }
}
