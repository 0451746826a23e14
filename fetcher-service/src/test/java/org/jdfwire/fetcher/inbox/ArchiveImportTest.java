package org.jdfwire.fetcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.jdfwire.fetcher.inbox.SampleWarc.bytes;
import static org.jdfwire.fetcher.inbox.SampleWarc.chunked;
import static org.jdfwire.fetcher.inbox.SampleWarc.gzip;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.http.Limits;
import org.jdfwire.fetcher.ledger.InMemoryLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Target;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveImportTest {
    private static final String SITE = "https://www.mod.go.jp/en/jdf/";
    private static final String URL = SITE + "no133/topics.html";
    private static final String DAY1 = "2021-03-01T00:00:00Z";
    private static final String DAY2 = "2021-03-02T00:00:00Z";
    private static final String DAY3 = "2021-03-03T00:00:00Z";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    private final InMemoryLog log = new InMemoryLog();
    private Ledger ledger;
    private InboxSource inbox;

    @BeforeEach
    void start() throws IOException {
        ledger = new Ledger(log, new OutcomeCounter(new SimpleMeterRegistry()));
        inbox = new InboxSource(
                new InboxSettings(
                        "inbox", folder, Duration.ofSeconds(1), Duration.ZERO, List.of(CanonicalUrl.of(SITE))),
                ledger,
                InstantSource.fixed(NOW),
                new SimpleMeterRegistry());
        inbox.prepare();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesCapturesAsAClientWouldHaveGotThem(boolean compressed) throws IOException {
        SampleWarc warc = new SampleWarc(compressed)
                .html("http://www.mod.go.jp/e/jdf/no133/topics.html", DAY1, "<p>plain")
                .response(
                        SITE + "chunked.html",
                        DAY1,
                        "200 OK",
                        "Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                        chunked(gzip(bytes("<p>chunked"))))
                .record("resource", SITE + "resource.html", DAY1, "text/html", "", bytes("<p>resource"));
        take("a.warc" + (compressed ? ".gz" : ""), warc);

        assertThat(bodies()).containsExactly("<p>plain", "<p>chunked", "<p>resource");
        assertThat(log.pages().get(0).page()).satisfies(page -> {
            assertThat(page.page().url()).isEqualTo(URL);
            assertThat(page.page().fetchedAt()).isEqualTo(Instant.parse(DAY1));
            assertThat(page.page().supersededBy()).isNull();
            assertThat(page.via()).isEqualTo(Via.WARC);
            assertThat(page.httpStatus()).isEqualTo(200);
            assertThat(page.finalUrl()).isEqualTo("http://www.mod.go.jp/e/jdf/no133/topics.html");
        });
        assertThat(log.pages().get(1).page().contentType()).isEqualTo("text/html; charset=utf-8");
    }

    @Test
    void saysWhatItPassedOverAndWhy() throws IOException {
        byte[] large = new byte[Limits.PAGE_BYTES + 1];
        Arrays.fill(large, (byte) 'x');
        take(
                "a.warc",
                new SampleWarc(false)
                        .record("warcinfo", "x:y", DAY1, "application/warc-fields", "", bytes("software: x\r\n"))
                        .record("request", URL, DAY1, "application/http", "", bytes("GET / HTTP/1.1\r\n\r\n"))
                        .response(URL, DAY1, "403 Forbidden", "Content-Type: text/html\r\n", bytes("<p>no"))
                        .response(URL, DAY1, "200 OK", "Content-Type: image/png\r\n", bytes("png"))
                        .response(URL, DAY1, "200 OK", "Content-Type: text/html\r\n", large)
                        .response(URL, DAY1, "200 OK", "Content-Type: text/html\r\n", new byte[0])
                        .record("resource", URL, DAY1, "image/png", "", bytes("png"))
                        .record("resource", URL, DAY1, "text/html", "", large)
                        .record("resource", URL, DAY1, "text/html", "WARC-Truncated: length\r\n", bytes("<p>cut"))
                        .html("https://example.org/", DAY1, "<p>elsewhere")
                        .html("dns:www.mod.go.jp", DAY1, "<p>name")
                        .html(URL, "2099-01-01T00:00:00Z", "<p>future"));

        assertThat(log.pages()).isEmpty();
        assertThat(report("a.warc"))
                .contains(
                        "0 captures, 12 records passed over, 0 broken",
                        "1: a record of type warcinfo",
                        "1: a record of type request",
                        "1: status 403",
                        "2: neither HTML nor a feed",
                        "2: more than 10485760 bytes",
                        "1: truncated when it was captured",
                        "1: without a body",
                        "1: of a page that is not watched",
                        "1: not of an http or https URL",
                        "1: dated in the future");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBrokenRecordIsNamedByItsOffsetAndTheRestGoesOn(boolean compressed) throws IOException {
        SampleWarc warc = new SampleWarc(compressed).html(SITE + "a.html", DAY1, "<p>a");
        int junk = warc.size();
        byte[] broken =
                new SampleWarc(compressed).html(SITE + "x.html", DAY1, "<p>x").toBytes();
        if (compressed) {
            broken[broken.length / 2] ^= 0x55;
            broken[broken.length / 2 + 1] ^= 0x55;
        } else {
            System.arraycopy(bytes("no header"), 0, broken, 10, 9);
        }
        warc.raw(broken).html(SITE + "b.html", DAY1, "<p>b");
        int badCoding = warc.size();
        warc.response(
                        SITE + "c.html",
                        DAY1,
                        "200 OK",
                        "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
                        bytes("not gzip at all"))
                .html(SITE + "d.html", DAY1, "<p>d");
        int cutOff = warc.size();
        byte[] cut = new SampleWarc(compressed)
                .html(SITE + "e.html", DAY1, "<p>" + "e".repeat(500))
                .toBytes();
        warc.raw(Arrays.copyOf(cut, cut.length - 30));
        String name = compressed ? "a.warc.gz" : "a.warc";
        take(name, warc);

        assertThat(bodies()).containsExactly("<p>a", "<p>b", "<p>d");
        assertThat(report(name))
                .contains(
                        "3 captures, 0 records passed over, 3 broken",
                        "broken at offset " + junk + ": ",
                        "broken at offset " + badCoding + ": ",
                        "broken at offset " + cutOff + ": ");
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        SampleWarc warc = new SampleWarc(true)
                .html(URL, DAY1, "<p>a")
                .html(URL, DAY2, "<p>b")
                .html(URL, DAY3, "<p>a");
        take("a.warc.gz", warc);
        take("b.warc.gz", warc);

        assertThat(bodies()).containsExactly("<p>a", "<p>b", "<p>a");
        assertThat(known().version()).isEqualTo(3);
    }

    @Test
    void takesLargeCapturesInTransactionsOfSomeMegabytes() throws IOException {
        SampleWarc warc = new SampleWarc(false);
        for (int i = 0; i < 5; i++) {
            warc.html(SITE + "no" + i + "/topics.html", DAY1, "<p>" + "x".repeat(3 * 1024 * 1024));
        }
        take("a.warc", warc);

        assertThat(log.batches()).as("two captures, two captures, and one").hasSize(3);
    }

    @Test
    void killedInTheMiddleItNeitherLosesNorRepeats() throws IOException {
        SampleWarc warc = new SampleWarc(true);
        for (int i = 0; i < 120; i++) {
            warc.html(SITE + "no" + i % 60 + "/topics.html", i < 60 ? DAY1 : DAY2, "<p>" + i);
        }
        Files.write(folder.resolve("a.warc.gz"), warc.toBytes());
        inbox.step();
        log.failNext(InMemoryLog.Failure.WRITTEN_BUT_NOT_SAID);
        assertThatIllegalStateException().isThrownBy(() -> inbox.step());
        assertThat(folder.resolve("a.warc.gz")).exists();
        assertThat(log.pages()).hasSize(50);

        start();
        inbox.step();
        inbox.step();

        assertThat(bodies()).doesNotHaveDuplicates().hasSize(120);
        assertThat(folder.resolve("done/a.warc.gz")).exists();
    }

    @Test
    void anOldCaptureLeavesThePollingAndThePresentAsTheyAre() throws IOException {
        ledger.record(List.of(polled("<p>now", "\"now\"")));
        FetchRecord before = known();
        take("a.warc", new SampleWarc(false).html(URL, DAY1, "<p>then"));

        assertThat(log.pages().get(1).page().page()).satisfies(page -> {
            assertThat(page.version()).isEqualTo(2);
            assertThat(page.supersededBy()).isEqualTo(before.sha256());
        });
        assertThat(known()).satisfies(record -> {
            assertThat(record.sha256()).isEqualTo(before.sha256());
            assertThat(record.etag()).isEqualTo("\"now\"");
            assertThat(record.nextAt()).isEqualTo(before.nextAt());
            assertThat(record.source()).isEqualTo("jdf");
        });
        ledger.record(List.of(polled("<p>now", "\"now\"")));
        assertThat(log.pages()).hasSize(2);
    }

    @Test
    void validatorsAreThoseOfTheNewestCapture() throws IOException {
        take("new.warc", tagged(DAY2, "<p>b", "two"));
        take("old.warc", tagged(DAY1, "<p>a", "one"));

        assertThat(log.pages()).hasSize(2);
        assertThat(known().etag()).isEqualTo("two");
    }

    private static SampleWarc tagged(String date, String body, String etag) {
        String headers = "Content-Type: text/html\r\nETag: " + etag + "\r\n";
        return new SampleWarc(false).response(URL, date, "200 OK", headers, bytes(body));
    }

    @Test
    void refusesWhatIsNoArchive() throws IOException {
        Files.writeString(folder.resolve("a.warc"), "<html>");
        Files.write(folder.resolve("b.warc.gz"), gzip(bytes("<html>")));
        Files.write(folder.resolve("c.warc"), new byte[0]);
        inbox.step();
        inbox.step();

        for (String name : List.of("a.warc", "b.warc.gz", "c.warc")) {
            assertThat(folder.resolve("failed").resolve(name)).exists();
            assertThat(folder.resolve("failed").resolve(name + ".reason.txt"))
                    .content()
                    .contains("(expected: a WARC file (ISO 28500))");
        }
    }

    private static Attempt polled(String body, String etag) {
        Capture capture = new Capture(bytes(body), Via.HTTP, URL, 200, "text/html", etag, null);
        Instant at = NOW.minusSeconds(60);
        return new Attempt(
                Target.of(HttpUrl.parse(URL), 0),
                "jdf",
                "site",
                Outcome.FETCHED,
                null,
                at,
                at.plusSeconds(600),
                capture,
                List.of());
    }

    private void take(String name, SampleWarc warc) throws IOException {
        Files.write(folder.resolve(name), warc.toBytes());
        inbox.step();
        inbox.step();
        assertThat(folder.resolve("done").resolve(name)).exists();
    }

    private List<String> bodies() {
        return log.pages().stream()
                .map(entry -> new String(entry.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private String report(String name) throws IOException {
        return Files.readString(folder.resolve("done").resolve(name + ".report.txt"));
    }

    private FetchRecord known() {
        return Objects.requireNonNull(log.readAll().get(URL));
    }
}
