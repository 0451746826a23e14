package org.jdfwire.fetcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.fetcher.inbox.ImportingInbox.URL;
import static org.jdfwire.fetcher.inbox.SampleWarc.bytes;
import static org.jdfwire.fetcher.inbox.SampleWarc.http;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisit records: a capture without its bytes, which lie in another record, of this archive or of another. */
class RevisitsTest {
    private static final String DAY1 = "2021-03-01T00:00:00Z";
    private static final String NOON1 = "2021-03-01T12:00:00Z";
    private static final String DAY2 = "2021-03-02T00:00:00Z";
    private static final String DAY3 = "2021-03-03T00:00:00Z";
    private static final String SAME_PAYLOAD =
            "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n";
    private static final String NOT_MODIFIED =
            "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified\r\n";

    @TempDir
    private Path folder;

    private ImportingInbox inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = new ImportingInbox(folder);
    }

    @Test
    void aRevisitStandsForTheBytesItNames() throws IOException {
        inbox.take(
                "a.warc.gz",
                revisit(
                        revisit(response(new SampleWarc(true), DAY1, "<p>a"), NOON1, "<p>a")
                                .html(URL, DAY2, "<p>b"),
                        DAY3,
                        "<p>a"));

        assertThat(inbox.published()).containsExactly("<p>a at " + DAY1, "<p>b at " + DAY2, "<p>a at " + DAY3);
        assertThat(inbox.report("a.warc.gz")).startsWith("4 captures, 0 records passed over, 0 broken");
    }

    @Test
    void aRevisitMayComeBeforeItsResponse() throws IOException {
        inbox.take("a.warc", response(revisit(new SampleWarc(false), DAY3, "<p>a"), DAY1, "<p>a"));

        assertThat(inbox.published()).containsExactly("<p>a at " + DAY3, "<p>a at " + DAY1);
    }

    @Test
    void theResponseMayLieInAnArchiveThatComesWithIt() throws IOException {
        inbox.drop("a.warc", revisit(new SampleWarc(false), DAY3, "<p>a"));
        inbox.drop("b.warc.gz", response(new SampleWarc(true), DAY1, "<p>a"));
        inbox.look();

        assertThat(inbox.published()).containsExactly("<p>a at " + DAY3, "<p>a at " + DAY1);
    }

    @Test
    void theResponseMayLieInAnArchiveThatCameBefore() throws IOException {
        inbox.take("a.warc.gz", response(new SampleWarc(true), DAY1, "<p>a").html(URL, DAY2, "<p>b"));
        inbox.restart();
        inbox.take("b.warc", revisit(new SampleWarc(false), DAY3, "<p>a"));

        assertThat(inbox.published()).containsExactly("<p>a at " + DAY1, "<p>b at " + DAY2, "<p>a at " + DAY3);
    }

    @Test
    void aResponseThatComesLaterIsWaitedFor() throws IOException {
        inbox.take("a.warc", revisit(new SampleWarc(false), DAY3, "<p>a"));
        assertThat(inbox.published()).isEmpty();
        assertThat(inbox.report("a.warc"))
                .isEqualToNormalizingNewlines("0 captures, 1 records passed over, 0 broken\n"
                        + "passed over 1: a revisit of a response that is in no archive here\n");
        assertThat(folder.resolve("done/a.warc.awaits.txt")).content().startsWith("sha1:");

        inbox.restart();
        inbox.take("b.warc", new SampleWarc(false).html(URL, DAY2, "<p>b"));
        assertThat(folder.resolve("done/a.warc.awaits.txt")).exists();
        inbox.take("c.warc", response(new SampleWarc(false), DAY1, "<p>a"));

        assertThat(inbox.published()).containsExactly("<p>b at " + DAY2, "<p>a at " + DAY1, "<p>a at " + DAY3);
        assertThat(folder.resolve("done/a.warc.awaits.txt")).doesNotExist();
    }

    @Test
    void aResponseOfAPageThatIsNotWatchedIsNotLookedFor() throws IOException {
        byte[] answer = http("200 OK", "Content-Type: text/html\r\n", bytes("<p>a"));
        String elsewhere = "https://example.org/a.html";
        inbox.take(
                "a.warc",
                new SampleWarc(false).record("response", elsewhere, DAY1, "application/http", digest("<p>a"), answer));
        inbox.take("b.warc", revisit(new SampleWarc(false), DAY3, "<p>a"));

        assertThat(inbox.published()).isEmpty();
    }

    @Test
    void aRevisitWithoutADigestNamesPageAndTime() throws IOException {
        String refers = "WARC-Refers-To-Target-URI: " + URL + "\r\nWARC-Refers-To-Date: " + DAY1 + "\r\n";
        SampleWarc warc = response(new SampleWarc(false), DAY1, "<p>a").html(URL, DAY2, "<p>b");
        inbox.take(
                "a.warc",
                warc.record("revisit", URL, DAY3, "application/http", refers + NOT_MODIFIED, bytes(""))
                        .record("revisit", URL, DAY3, "application/http", NOT_MODIFIED, bytes("")));

        assertThat(inbox.published()).containsExactly("<p>a at " + DAY1, "<p>b at " + DAY2, "<p>a at " + DAY3);
        assertThat(inbox.report("a.warc")).contains("1: a revisit that does not say of what");
    }

    @Test
    void aRevisitOfBytesThatAreNotThoseStatedIsNoCapture() throws IOException {
        byte[] answer = http("200 OK", "Content-Type: text/html\r\n", bytes("<p>other"));
        String type = "application/http; msgtype=response";
        inbox.take(
                "a.warc",
                revisit(
                        new SampleWarc(false)
                                .html(URL, DAY2, "<p>b")
                                .record("response", URL, DAY1, type, digest("<p>a"), answer),
                        DAY3,
                        "<p>a"));

        assertThat(inbox.published()).containsExactly("<p>b at " + DAY2);
        assertThat(inbox.report("a.warc")).startsWith("1 captures, 0 records passed over, 2 broken");
    }

    private static SampleWarc response(SampleWarc warc, String date, String body) {
        byte[] answer = http("200 OK", "Content-Type: text/html\r\n", bytes(body));
        return warc.record("response", URL, date, "application/http; msgtype=response", digest(body), answer);
    }

    private static SampleWarc revisit(SampleWarc warc, String date, String body) {
        byte[] empty = http("200 OK", "Content-Type: text/html\r\n", new byte[0]);
        return warc.record(
                "revisit", URL, date, "application/http; msgtype=response", digest(body) + SAME_PAYLOAD, empty);
    }

    private static String digest(String body) {
        return "WARC-Payload-Digest: " + SampleWarc.digest("sha1", bytes(body)) + "\r\n";
    }
}
