package org.jdfwire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.LocalSite;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFetcherTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final LocalSite site = new LocalSite();
    private final HttpRequests requests = new HttpRequests("JDFWire/test");
    private final PageFetcher fetcher = fetcher();

    @AfterEach
    void stop() {
        requests.close();
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "404, '', GONE",
        "410, '', GONE",
        "403, Cf-Mitigated: challenge, CHALLENGED",
        "503, Cf-Mitigated: challenge, CHALLENGED",
        "403, '', SERVER_ERROR",
        "500, '', SERVER_ERROR",
        "503, '', SERVER_ERROR",
        "503, Retry-After: 120, THROTTLED",
        "429, '', THROTTLED",
        "304, '', SERVER_ERROR",
        "204, '', SERVER_ERROR",
        "301, '', SERVER_ERROR",
        "200, Content-Type: application/pdf, WRONG_TYPE",
        "200, Content-Type: TEXT/HTML;charset=x, FETCHED",
        "200, '', FETCHED",
    })
    void endsInOneOutcomeForEachAnswer(int status, String header, Outcome outcome) throws Exception {
        Map<String, String> headers = new HashMap<>();
        if (!header.isEmpty()) {
            headers.put(header.split(": ")[0], header.split(": ")[1]);
        }
        site.page("/page.html", new LocalSite.Page(status, headers, body(status)));

        Fetched fetched = fetch("/page.html");

        assertThat(fetched.outcome()).isEqualTo(outcome);
        assertThat(fetched.capture() != null).isEqualTo(outcome == Outcome.FETCHED);
        if (outcome != Outcome.FETCHED && outcome != Outcome.WRONG_TYPE) {
            assertThat(fetched.detail()).contains("status " + status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, 2026-11-24T12:02:00Z",
        "'Tue, 24 Nov 2026 13:00:00 GMT', 2026-11-24T13:00:00Z",
        "999999999, 2026-11-25T12:00:00Z",
        "soon,",
    })
    void comesBackWhenTheHostAsksForItButWithinADay(String retryAfter, Instant expected) throws Exception {
        site.page("/page.html", new LocalSite.Page(429, Map.of("Retry-After", retryAfter), new byte[0]));

        assertThat(fetch("/page.html").notBefore()).isEqualTo(expected);
    }

    @Test
    void takesNoMoreBytesThanTheLimitHoweverSmallTheyCameIn() throws Exception {
        byte[] bomb = gzip(new byte[Limits.PAGE_BYTES + 1]);
        assertThat(bomb).hasSizeLessThan(20_000);
        site.page(
                "/bomb.html",
                new LocalSite.Page(200, Map.of("Content-Type", "text/html", "Content-Encoding", "gzip"), bomb));

        assertThat(fetch("/bomb.html").outcome()).isEqualTo(Outcome.TOO_LARGE);
    }

    @Test
    void undoesTheContentCodingAndNothingElse() throws Exception {
        byte[] body = {1, 2, (byte) 0xFF, '\r', '\n'};
        site.page(
                "/page.html",
                new LocalSite.Page(200, Map.of("Content-Type", "text/html", "Content-Encoding", "gzip"), gzip(body)));

        assertThat(fetch("/page.html").capture())
                .isNotNull()
                .satisfies(capture -> assertThat(capture.body()).isEqualTo(body));
    }

    @Test
    void saysUnreachableWhereNobodyListensAndNothingMayBeAskedBefore() throws Exception {
        HttpUrl url = HttpUrl.parse(site.url("/page.html"));
        site.html("/page.html", "<p>");
        assertThat(fetch("/page.html").outcome()).isEqualTo(Outcome.FETCHED);
        site.close();

        assertThat(fetch("/page.html").outcome()).isEqualTo(Outcome.UNREACHABLE);
        // another life does not know the robots.txt, and so may not even ask
        assertThat(fetcher()
                        .fetch(url, Validators.NONE, Duration.ZERO, page -> true)
                        .outcome())
                .isEqualTo(Outcome.DISALLOWED);
    }

    @Test
    void followsARedirectBetweenAddressesOfOnePage() throws Exception {
        site.page("/e/jdf/a.html", redirect("/en/jdf/a.html"));
        site.html("/en/jdf/a.html", "<p>");

        Fetched fetched = fetch("/e/jdf/a.html");

        assertThat(fetched.capture())
                .isNotNull()
                .satisfies(capture -> assertThat(capture.finalUrl()).isEqualTo(site.url("/en/jdf/a.html")));
    }

    @Test
    void reportsARedirectToAnotherPageAsMoved() throws Exception {
        site.page("/old.html", redirect("new.html"));
        site.html("/new.html", "<p>");

        Fetched fetched = fetch("/old.html");

        assertThat(fetched.outcome()).isEqualTo(Outcome.GONE);
        assertThat(fetched.movedTo()).hasToString(site.url("/new.html"));
        assertThat(site.log("/new.html")).isEmpty();
    }

    @Test
    void doesNotLeaveThePrefixesByARedirect() throws Exception {
        site.page("/in/a.html", redirect("/out/a.html"));

        Fetched fetched = fetcher.fetch(
                HttpUrl.parse(site.url("/in/a.html")),
                Validators.NONE,
                Duration.ZERO,
                page -> page.text().contains("/in/"));

        assertThat(fetched.outcome()).isEqualTo(Outcome.SERVER_ERROR);
        assertThat(fetched.detail()).contains("/out/a.html");
        assertThat(site.log("/out/a.html")).isEmpty();
    }

    @Test
    void givesUpACircleAfterFiveRedirects() throws Exception {
        site.page("/en/jdf/a.html", redirect("/e/jdf/a.html"));
        site.page("/e/jdf/a.html", redirect("/en/jdf/a.html"));

        assertThat(fetch("/en/jdf/a.html").detail()).isEqualTo("more than 5 redirects");
        assertThat(site.log())
                .filteredOn(request -> !request.path().equals("/robots.txt"))
                .hasSize(6);
    }

    @Test
    void waitsAsLongAsTheCrawlDelayWhereThatIsLonger() {
        RobotsRules rules = new RobotsRules(
                new crawlercommons.robots.SimpleRobotRulesParser()
                        .parseContent(
                                "x",
                                "User-agent: *\nCrawl-delay: 3\n".getBytes(),
                                "text/plain",
                                java.util.List.of("jdfwire")),
                "x",
                true,
                "",
                NOW);

        assertThat(rules.pause(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(3));
        assertThat(rules.pause(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(4));
    }

    private Fetched fetch(String path) throws InterruptedException {
        return fetcher.fetch(HttpUrl.parse(site.url(path)), Validators.NONE, Duration.ZERO, page -> true);
    }

    private PageFetcher fetcher() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        HostTurns turns = new HostTurns(new StopSignal());
        return new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock).allowing(site.allowance());
    }

    private static byte[] body(int status) {
        return status == 204 || status == 304 ? new byte[0] : "<p>body".getBytes();
    }

    private static LocalSite.Page redirect(String to) {
        return new LocalSite.Page(302, Map.of("Location", to), new byte[0]);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
