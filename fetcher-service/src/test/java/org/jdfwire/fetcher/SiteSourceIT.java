package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.Via;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // some fetchers only have to run
class SiteSourceIT {
    private final LocalSite site = new LocalSite();

    @TempDir
    private Path inbox;

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void publishesTheExactBytesWithTheirHeadersAndNothingElse() {
        byte[] body = {'<', 'p', '>', (byte) 0x93, (byte) 0xFA, '\r', '\n', (byte) 0xFF};
        site.page(
                "/en/jdf/",
                new LocalSite.Page(
                        200,
                        Map.of("Content-Type", "text/html; charset=Shift_JIS", "ETag", "\"a\"", "Last-Modified", "Mon"),
                        body));
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !pages().isEmpty());
        }

        assertThat(pages()).singleElement().satisfies(message -> {
            assertThat(message.key()).asString().isEqualTo(site.url("/en/jdf/"));
            assertThat(message.value()).isEqualTo(body);
            Map<String, String> headers = headers(message);
            assertThat(headers)
                    .containsOnlyKeys(
                            "ce_specversion",
                            "ce_id",
                            "ce_source",
                            "ce_type",
                            "ce_time",
                            "ce_subject",
                            "ce_pageversion",
                            "ce_pagesha256",
                            "ce_finalurl",
                            "ce_httpstatus",
                            "ce_etag",
                            "ce_lastmodified",
                            "ce_via",
                            "content-type");
            PageFetched page = PageFetched.fromHeaders(headers);
            assertThat(page.page().version()).isEqualTo(1);
            assertThat(page.page().sha256()).isEqualTo(Json.sha256(body));
            assertThat(page.via()).isEqualTo(Via.HTTP);
            assertThat(page.httpStatus()).isEqualTo(200);
            assertThat(page.etag()).isEqualTo("\"a\"");
            assertThat(page.contentType()).isEqualTo("text/html; charset=Shift_JIS");
        });
    }

    @Test
    void publishesNothingWhileThePageIsTheSameAndVersion2WhenItChanges() {
        site.html("/en/jdf/", "<p>one");
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.UNCHANGED) >= 2);
            assertThat(pages()).hasSize(1);

            site.html("/en/jdf/", "<p>two");
            await().atMost(Duration.ofSeconds(60)).until(() -> pages().size() == 2);
        }

        assertThat(PageFetched.fromHeaders(headers(pages().get(1))).page().version())
                .isEqualTo(2);
        assertThat(record("/en/jdf/").version()).isEqualTo(2);
    }

    @Test
    void asksConditionallyAndBelieves304() {
        site.page(
                "/en/jdf/",
                new LocalSite.Page(200, Map.of("Content-Type", "text/html", "ETag", "\"v1\""), "<p>".getBytes()));
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.NOT_MODIFIED) >= 2);
        }

        assertThat(pages()).hasSize(1);
        FetchRecord record = record("/en/jdf/");
        assertThat(record.outcome()).isEqualTo(Outcome.NOT_MODIFIED);
        assertThat(record.etag()).isEqualTo("\"v1\"");
        assertThat(record.since()).isBefore(record.at());
    }

    @Test
    void followsLinksUnderThePrefixesToTheDepthAndKnowsTwinsAsOnePage() {
        site.html("/en/jdf/", """
                <a href="no133/topics.html#top">one</a> <a href="/e/jdf/no133/topics.html">its twin</a>
                <a href="/en/other/page.html">outside</a> <a href="no133/photo.jpg">a picture</a>""");
        site.html("/en/jdf/no133/topics.html", "<a href=deep.html>deep</a>");
        site.html("/en/jdf/no133/deep.html", "<a href=deeper.html>deeper</a>");
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox, "fetcher.sources.it.depth=2")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.UNCHANGED) >= 3);
        }

        assertThat(pages())
                .extracting(message -> new String(message.key(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(
                        site.url("/en/jdf/"),
                        site.url("/en/jdf/no133/topics.html"),
                        site.url("/en/jdf/no133/deep.html"));
        assertThat(site.log())
                .extracting(LocalSite.Request::path)
                .doesNotContain("/e/jdf/no133/topics.html", "/en/other/page.html", "/en/jdf/no133/deeper.html");
    }

    @Test
    void obeysRobotsTxtUnderItsOwnHonestName() {
        site.page(
                "/robots.txt",
                new LocalSite.Page(
                        200,
                        Map.of("Content-Type", "text/plain"),
                        "User-agent: JDFWire\nDisallow: /en/jdf/secret\n".getBytes()));
        site.html("/en/jdf/", "<a href=secret.html>no</a>");
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox, "fetcher.contact=https://example.org/wire")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.DISALLOWED) >= 1);
        }

        assertThat(record("/en/jdf/secret.html").detail()).contains("robots.txt");
        assertThat(site.log("/en/jdf/secret.html")).isEmpty();
        assertThat(site.log("/en/jdf/").get(0).headers().get("user-agent"))
                .matches("JDFWire/[0-9].* \\(\\+https://example\\.org/wire\\)");
    }

    @Test
    void asksForNothingWhileRobotsTxtCannotBeHad() {
        site.status("/robots.txt", 503);
        site.html("/en/jdf/", "<p>here");
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.DISALLOWED) >= 2);
        }

        assertThat(site.log("/en/jdf/")).isEmpty();
        assertThat(record("/en/jdf/").detail()).contains("could not be had: status 503");
    }

    @Test
    void makesOneRequestAtATimeWithThePauseBetween() {
        for (String page : List.of("a", "b", "c")) {
            site.html("/en/jdf/" + page + ".html", page);
        }
        site.html("/en/jdf/", "<a href=a.html>a</a><a href=b.html>b</a><a href=c.html>c</a>");
        try (RunningFetcher fetcher = RunningFetcher.polling(
                site,
                inbox,
                "fetcher.enabled=it,other",
                "fetcher.sources.it.interval=1h",
                "fetcher.sources.it.delay=150ms",
                "fetcher.sources.other.kind=site",
                "fetcher.sources.other.start=" + site.url("/other/"),
                "fetcher.sources.other.allow-hosts=127.0.0.1",
                "fetcher.sources.other.allow-ports=" + site.port(),
                "fetcher.sources.other.delay=150ms")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> fetcher.count(Outcome.FETCHED) == 4 && fetcher.count(Outcome.GONE) == 1);
        }

        // robots.txt and five pages, of two sources that share the host
        List<LocalSite.Request> log = site.log();
        assertThat(log).hasSizeGreaterThanOrEqualTo(6);
        for (int i = 1; i < log.size(); i++) {
            assertThat(log.get(i).began() - log.get(i - 1).ended()).isGreaterThanOrEqualTo(145_000_000L);
        }
    }

    @Test
    void goesOnFromTheLedgerAfterARestart() {
        site.html("/en/jdf/", "<a href=a.html>a</a>");
        site.html("/en/jdf/a.html", "a");
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.FETCHED) == 2);
        }
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.UNCHANGED) >= 4);
            assertThat(fetcher.count(Outcome.FETCHED)).isZero();
        }

        assertThat(pages()).hasSize(2);
    }

    @Test
    void recordsAChallengeAndWhenItBegan() {
        site.page("/en/jdf/", new LocalSite.Page(403, Map.of("Cf-Mitigated", "challenge"), "<html>".getBytes()));
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> fetcher.count(Outcome.CHALLENGED) >= 3);
        }

        assertThat(record("/en/jdf/").outcome()).isEqualTo(Outcome.CHALLENGED);
        assertThat(record("/en/jdf/").since()).isBefore(record("/en/jdf/").at());
        assertThat(pages()).isEmpty();
    }

    private List<ConsumerRecord<byte[], byte[]>> pages() {
        return TestKafka.read(Destinations.PAGES, site.url("/")).stream()
                .sorted(Comparator.comparing(ConsumerRecord::timestamp))
                .toList();
    }

    private FetchRecord record(String path) {
        List<ConsumerRecord<byte[], byte[]>> records = TestKafka.read(Destinations.FETCHES, site.url(path));
        return records.stream()
                .map(message -> Json.read(message.value(), FetchRecord.class))
                .filter(record -> record.url().equals(site.url(path)))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, Object> raw = new TreeMap<>();
        message.headers().forEach(header -> raw.put(header.key(), header.value()));
        return EventAttributes.decode(raw);
    }
}
