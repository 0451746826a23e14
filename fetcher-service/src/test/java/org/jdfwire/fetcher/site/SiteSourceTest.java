package org.jdfwire.fetcher.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.fetcher.LocalSite;
import org.jdfwire.fetcher.address.CanonicalUrl;
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

class SiteSourceTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    /** Requests a day. */
    private static final int A_DAY = 30;

    private final LocalSite site = new LocalSite();
    private final HttpRequests requests = new HttpRequests("JDFWire/test");
    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InMemoryLog log = new InMemoryLog();

    @AfterEach
    void stop() {
        requests.close();
        site.close();
    }

    @Test
    void asksAfterAKillForALinkItHadFoundAndNotAskedFor() throws InterruptedException {
        site.html("/en/jdf/", "<a href=a.html>a</a>");
        source(1).step();
        assertThat(known("/en/jdf/a.html").outcome()).isNull();

        source(1).step();

        assertThat(site.log())
                .extracting(LocalSite.Request::path)
                .endsWith("/en/jdf/", "/robots.txt", "/en/jdf/a.html");
    }

    @Test
    void restsUntilThePageIsDueAgain() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        SiteSource source = source(1);
        assertThat(source.step()).isZero();

        now.set(NOON.plusSeconds(590));
        assertThat(source.step()).as("at most, for a share may change hands").isEqualTo(Duration.ofSeconds(1));
        now.set(NOON.plusSeconds(600));
        assertThat(source.step()).isZero();
        assertThat(site.log("/en/jdf/")).hasSize(2);
    }

    @Test
    void comesBackLaterThanUsualWhenTheHostAsksForIt() throws InterruptedException {
        site.page("/en/jdf/", new LocalSite.Page(429, Map.of("Retry-After", "3600"), new byte[0]));
        source(1).step();

        assertThat(known("/en/jdf/").nextAt()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void comesBackLaterAndLaterToAPageThatStaysAsItIs() throws InterruptedException {
        site.html("/en/jdf/", "<a href=a.html>a</a>");
        site.html("/en/jdf/a.html", "<p>1");
        SiteSource source = source(1);
        source.step();
        source.step();
        assertThat(known("/en/jdf/a.html").interval()).isEqualTo(Duration.ofMinutes(10));
        poll(source, 10);
        assertThat(known("/en/jdf/a.html").interval()).isEqualTo(Duration.ofMinutes(15));
        for (int i = 0; i < 12; i++) {
            poll(source, 24 * 60);
        }
        assertThat(known("/en/jdf/a.html").interval()).isEqualTo(Duration.ofDays(1));
        assertThat(known("/en/jdf/").interval()).as("of the start page").isEqualTo(Duration.ofMinutes(10));

        site.html("/en/jdf/a.html", "<p>2");
        poll(source, 24 * 60);
        assertThat(known("/en/jdf/a.html").interval()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void spendsNoMoreThanADaysRequestsOnAHost() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        SiteSource source = source(0);
        for (int i = 0; i < 2 * A_DAY; i++) {
            now.set(now.get().plusSeconds(660));
            source.step();
        }
        assertThat(site.log()).as("requests, those for robots.txt included").hasSize(A_DAY);

        now.set(NOON.plus(Duration.ofHours(12)));
        assertThat(source.step()).isZero();
    }

    @Test
    void asksAtOnceForWhatAnOperatorWishesAndOnlyOnce() throws InterruptedException {
        site.html("/en/jdf/", "<a href=a.html>a</a>");
        site.html("/en/jdf/a.html", "<p>");
        SiteSource source = source(1);
        poll(source, 0);
        now.set(NOON.plusSeconds(60));
        source.pollNow(new PollRequested("jdf", now.get(), "ops"));
        while (source.step().isZero()) {}
        while (source.step().isZero()) {}

        assertThat(site.log("/en/jdf/")).hasSize(2);
        assertThat(site.log("/en/jdf/a.html")).hasSize(1);
        assertThat(known("/en/jdf/").nextAt()).isEqualTo(NOON.plusSeconds(660));
    }

    @Test
    void aWishGoesBeforePagesThatAreDueLonger() throws InterruptedException {
        site.html("/en/jdf/", "<a href=a.html>a</a>");
        site.html("/en/jdf/a.html", "<p>");
        SiteSource source = source(1);
        poll(source, 0);
        now.set(NOON.plus(Duration.ofDays(2)));
        source.pollNow(new PollRequested("jdf", now.get(), "ops"));
        source.step();

        assertThat(site.log()).extracting(LocalSite.Request::path).endsWith("/en/jdf/");
        assertThat(site.log("/en/jdf/")).hasSize(2);
    }

    @Test
    void aWishThatIsTooOldIsNotObeyed() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        SiteSource source = source(0);
        poll(source, 0);
        now.set(NOON.plusSeconds(302));
        source.pollNow(new PollRequested("jdf", NOON.plusSeconds(1), "ops"));
        source.step();
        assertThat(site.log("/en/jdf/")).hasSize(1);

        source.pollNow(new PollRequested("jdf", NOON.plusSeconds(2), "ops"));
        source.step();
        assertThat(site.log("/en/jdf/")).hasSize(2);
    }

    @Test
    void aWishAsksAChallengedSiteOnceMore() throws InterruptedException {
        site.html("/en/jdf/", "<a href=a.html>a</a>");
        site.html("/en/jdf/a.html", "<p>");
        SiteSource source = source(1);
        poll(source, 0);
        challenge("/en/jdf/");
        challenge("/en/jdf/a.html");
        poll(source, 10);
        int before = site.log().size();
        now.set(now.get().plusSeconds(60));
        source.pollNow(new PollRequested("jdf", now.get(), "ops"));
        for (int i = 0; i < 5; i++) {
            now.set(now.get().plusSeconds(60));
            while (source.step().isZero()) {}
        }

        assertThat(site.log().subList(before, site.log().size()))
                .extracting(LocalSite.Request::path)
                .containsExactly("/en/jdf/");
    }

    @Test
    void aWishWaitsForItsTurnAtTheHost() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        SiteSource source = source(0, Duration.ofSeconds(5));
        source.step();
        now.set(NOON.plusSeconds(4));
        source.pollNow(new PollRequested("jdf", now.get(), "ops"));

        assertThat(source.step()).isEqualTo(Duration.ofSeconds(1));
        assertThat(site.log("/en/jdf/")).hasSize(1);
        assertThat(known("/en/jdf/").nextAt()).isEqualTo(now.get());
    }

    private void challenge(String path) {
        site.page(path, new LocalSite.Page(403, Map.of("Cf-Mitigated", "challenge"), new byte[0]));
    }

    @Test
    void aWishSpendsTheDaysRequestsAsAnyOther() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        SiteSource source = source(0);
        for (int i = 0; i < 2 * A_DAY; i++) {
            now.set(now.get().plusSeconds(1));
            source.pollNow(new PollRequested("jdf", now.get(), "ops"));
            source.step();
        }

        assertThat(site.log()).hasSize(A_DAY);
    }

    private void poll(SiteSource source, int minutes) throws InterruptedException {
        now.set(now.get().plus(Duration.ofMinutes(minutes)));
        while (source.step().isZero()) {}
    }

    @Test
    void asksForThePageThatAnotherMovedTo() throws InterruptedException {
        site.page("/en/jdf/", new LocalSite.Page(301, Map.of("Location", "/en/jdf/new.html"), new byte[0]));
        site.html("/en/jdf/new.html", "<p>");
        SiteSource source = source(0);
        source.step();
        source.step();

        assertThat(known("/en/jdf/").outcome()).isEqualTo(Outcome.GONE);
        assertThat(known("/en/jdf/new.html").outcome()).isEqualTo(Outcome.FETCHED);
    }

    @Test
    void followsOnlySoManyPagesInARowThatMovedOn() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            String next = "/en/jdf/" + (i + 1) + ".html";
            site.page("/en/jdf/" + i + ".html", new LocalSite.Page(302, Map.of("Location", next), new byte[0]));
        }
        site.html("/en/jdf/", "<a href=0.html>0</a>");
        for (int life = 0; life < 12; life++) {
            source(1).step();
        }

        assertThat(log.readAll().keySet())
                .as("the start, the linked page, and five moves")
                .hasSize(7);
        assertThat(known("/en/jdf/4.html").outcome()).isEqualTo(Outcome.GONE);
        assertThat(known("/en/jdf/5.html").outcome()).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(known("/en/jdf/5.html").detail())
                .isEqualTo("moved to " + site.url("/en/jdf/6.html") + ", and more than 5 pages in a row moved on");
    }

    @Test
    void aPageThatWasHadMayMoveOnAnew() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            String next = "/en/jdf/" + (i + 1) + ".html";
            site.page("/en/jdf/" + i + ".html", new LocalSite.Page(302, Map.of("Location", next), new byte[0]));
        }
        site.html("/en/jdf/4.html", "<p>here");
        site.html("/en/jdf/", "<a href=0.html>0</a>");
        SiteSource source = source(1);
        poll(source, 0);
        assertThat(known("/en/jdf/4.html").outcome()).isEqualTo(Outcome.FETCHED);

        for (int i = 4; i < 7; i++) {
            String next = "/en/jdf/" + (i + 1) + ".html";
            site.page("/en/jdf/" + i + ".html", new LocalSite.Page(302, Map.of("Location", next), new byte[0]));
        }
        site.html("/en/jdf/7.html", "<p>there");
        poll(source, 20);

        assertThat(known("/en/jdf/7.html").outcome()).isEqualTo(Outcome.FETCHED);
    }

    @Test
    void watchingAndBackfillTakeTurns() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        List<HttpUrl> backfill = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            backfill.add(HttpUrl.parse(site.url("/en/jdf/no" + i + ".html")));
        }
        SiteSource source = source(0, backfill);
        for (int i = 0; i < 6; i++) {
            source.step();
            now.set(now.get().plus(Duration.ofMinutes(10)));
        }

        assertThat(site.log("/en/jdf/"))
                .as("the start page, due before each step")
                .hasSize(3);
        assertThat(site.log()).as("with robots.txt and three back numbers").hasSize(7);
    }

    @Test
    void leavesAHostAloneForTheDelayAfterItGotItsShare() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        Duration delay = Duration.ofMillis(200);
        SiteSource source = source(0, List.of(), delay, new SoleOwner(NOON));

        assertThat(source.step()).isEqualTo(delay);
        assertThat(site.log()).isEmpty();
        now.set(NOON.plus(delay));
        source.step();
        assertThat(site.log("/en/jdf/")).hasSize(1);
    }

    @Test
    void goesOnWithABackfillAfterARestartAndAsksForNothingTwice() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        List<HttpUrl> backfill = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            site.html("/en/jdf/no" + i + ".html", "<p>" + i);
            backfill.add(HttpUrl.parse(site.url("/en/jdf/no" + i + ".html")));
        }
        for (int life = 0; life < 4; life++) {
            SiteSource source = source(1, backfill);
            source.step();
            source.step();
        }

        for (HttpUrl page : backfill) {
            assertThat(site.log(page.path())).as(page.path()).hasSize(1);
        }
        assertThat(site.log("/en/jdf/")).hasSize(1);
    }

    @Test
    void aRestartDoesNotMakeMoreOfTheDaysRequests() throws InterruptedException {
        site.html("/en/jdf/", "<p>");
        List<HttpUrl> backfill = new ArrayList<>();
        for (int i = 0; i < 2 * A_DAY; i++) {
            backfill.add(HttpUrl.parse(site.url("/en/jdf/no" + i + ".html")));
        }
        for (int life = 0; life < A_DAY; life++) {
            SiteSource source = source(1, backfill);
            for (int i = 0; i < A_DAY; i++) {
                source.step();
            }
        }

        // those for robots.txt are not written down, so each life may spend one more
        assertThat(site.log().stream().filter(request -> !request.path().equals("/robots.txt")))
                .hasSizeBetween(A_DAY - 1, A_DAY);
    }

    @Test
    void makesOnlyLinksKnownWithinItsPrefixesAndDepth() throws InterruptedException {
        site.html("/en/jdf/", "<a href=a.html>a</a><a href=/en/other.html>outside</a>");
        site.html("/en/jdf/a.html", "<a href=b.html>too far</a>");
        poll(source(1), 0);

        assertThat(log.readAll()).containsOnlyKeys(site.url("/en/jdf/"), site.url("/en/jdf/a.html"));
    }

    @Test
    void leavesAloneWhatANarrowerConfigurationNoLongerCovers() throws InterruptedException {
        site.html("/en/jdf/", "<a href=a.html>a</a>");
        source(1).step();

        assertThat(source(0).step()).isPositive();
        assertThat(site.log("/en/jdf/a.html")).isEmpty();
    }

    @Test
    void getsThroughAPageOf100000NestedTagsAndOddLinks() throws InterruptedException {
        site.html(
                "/en/jdf/",
                "<a href='http://[bad'>x</a><a href='javascript:x'>x</a><a href='http://a@b/'>x</a><a href=a.html>a</a>"
                        + "<div>".repeat(100_000));
        source(1).step();

        assertThat(known("/en/jdf/a.html").outcome()).isNull();
    }

    private SiteSource source(int depth) {
        return source(depth, List.of(), Duration.ZERO);
    }

    private SiteSource source(int depth, List<HttpUrl> backfill) {
        return source(depth, backfill, Duration.ZERO);
    }

    private SiteSource source(int depth, Duration delay) {
        return source(depth, List.of(), delay);
    }

    private SiteSource source(int depth, List<HttpUrl> backfill, Duration delay) {
        return source(depth, backfill, delay, new SoleOwner());
    }

    private SiteSource source(int depth, List<HttpUrl> backfill, Duration delay, SoleOwner owner) {
        InstantSource clock = now::get;
        HttpUrl start = HttpUrl.parse(site.url("/en/jdf/"));
        SiteSettings settings = new SiteSettings(
                "jdf",
                List.of(start),
                List.of(CanonicalUrl.of(start)),
                depth,
                backfill,
                new Politeness(Duration.ofMinutes(10), Duration.ofDays(1), delay, A_DAY));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RequestCount count = new RequestCount(clock);
        HostTurns turns = new HostTurns(new StopSignal(), count::add);
        return new SiteSource(
                settings,
                new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock).allowing(site.allowance()),
                new Polling.Shared(new Ledger(log, new OutcomeCounter(meters)), owner, count, clock, () -> 0, meters));
    }

    private FetchRecord known(String path) {
        return Objects.requireNonNull(log.readAll().get(site.url(path)));
    }
}
