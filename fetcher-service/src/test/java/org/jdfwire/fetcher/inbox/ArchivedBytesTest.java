package org.jdfwire.fetcher.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.fetcher.inbox.ImportingInbox.URL;
import static org.jdfwire.fetcher.inbox.SampleWarc.bytes;
import static org.jdfwire.fetcher.inbox.SampleWarc.chunked;
import static org.jdfwire.fetcher.inbox.SampleWarc.digest;
import static org.jdfwire.fetcher.inbox.SampleWarc.gzip;
import static org.jdfwire.fetcher.inbox.SampleWarc.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jdfwire.fetcher.http.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcDigest;

/** An archived answer's bytes are those that a client would have got, and those that the archive says they are. */
class ArchivedBytesTest {
    private static final String DAY = "2021-03-01T00:00:00Z";
    private static final String HTML = "Content-Type: text/html\r\n";

    @TempDir
    private Path folder;

    private ImportingInbox inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = new ImportingInbox(folder);
    }

    @Test
    void everyContentCodingThatIsAskedForIsUndone() throws IOException {
        byte[] brotli = Base64.getDecoder().decode("GyMA+MVtbF3PluiNWkFhRMlJK7UkLzHxxNZBRGr2tMXpu8oc");
        take(new SampleWarc(true)
                .response(URL, DAY, "200 OK", HTML + "Content-Encoding: br\r\n", brotli)
                .response(
                        URL,
                        "2021-03-02T00:00:00Z",
                        "200 OK",
                        HTML + "Content-Encoding: gzip, gzip\r\n",
                        gzip(gzip(bytes("<p>twice")))));

        assertThat(inbox.published())
                .containsExactly("<p>sample: compressed by brotli</p>\n at " + DAY, "<p>twice at 2021-03-02T00:00:00Z");
    }

    @Test
    void whatIsTooLargeOnceItIsDecodedIsPassedOver() throws IOException {
        byte[] bomb = gzip(new byte[Limits.PAGE_BYTES + 1]);
        take(new SampleWarc(true)
                .response(URL, DAY, "200 OK", HTML + "Content-Encoding: gzip\r\n", bomb)
                .response(URL, DAY, "200 OK", HTML + "Content-Encoding: zstd\r\n", bytes("x")));

        assertThat(report())
                .startsWith("0 captures, 2 records passed over, 0 broken")
                .contains(
                        "1: more than 10485760 bytes",
                        "1: Content-Encoding: zstd (expected: some of gzip, deflate, br)");
    }

    @Test
    void aPageThatAsksForABrowserIsNoCapture() throws IOException {
        take(new SampleWarc(false).html(URL, DAY, "<p>sample<script>sucuri_cloudproxy_js</script>"));

        assertThat(report()).contains("1: a page that asks for a browser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void bytesThatAreAsStatedAreTaken(String algorithm) throws IOException {
        byte[] body = gzip(bytes("<p>one"));
        String headers = HTML + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n";
        byte[] block = http("200 OK", headers, chunked(body));
        SampleWarc warc = new SampleWarc(true);
        int day = 1;
        // ISO 28500 means the first; tools are known that write the second and the third
        for (byte[] payload : new byte[][] {body, chunked(body), bytes("<p>one")}) {
            String digests = "WARC-Payload-Digest: " + digest(algorithm, payload) + "\r\nWARC-Block-Digest: "
                    + digest(algorithm, block) + "\r\n";
            warc.record("response", URL, "2021-03-0" + day++ + "T00:00:00Z", "application/http", digests, block);
        }
        take(warc);

        assertThat(report()).startsWith("3 captures, 0 records passed over, 0 broken");
    }

    @Test
    void bytesThatAreNotAsStatedAreRefusedWithWhatTheyShouldBe() throws IOException {
        byte[] block = http("200 OK", HTML, bytes("<p>one"));
        String wrong = digest("sha1", bytes("<p>two"));
        String right = digest("sha1", bytes("<p>one"));
        SampleWarc warc = new SampleWarc(false).html(URL, DAY, "<p>good");
        int first = warc.size();
        warc.record("response", URL, DAY, "application/http", "WARC-Payload-Digest: " + wrong + "\r\n", block);
        int second = warc.size();
        warc.record("response", URL, DAY, "application/http", "WARC-Block-Digest: " + wrong + "\r\n", block);
        int third = warc.size();
        warc.record("resource", URL, DAY, "text/html", "WARC-Block-Digest: " + wrong + "\r\n", bytes("<p>one"));
        int fourth = warc.size();
        warc.record("resource", URL, DAY, "text/html", "WARC-Payload-Digest: " + wrong + "\r\n", bytes("<p>one"));
        take(warc);

        assertThat(inbox.published()).containsExactly("<p>good at " + DAY);
        assertThat(report())
                .contains(
                        "broken at offset " + first + ": java.io.IOException: WARC-Payload-Digest: " + wrong
                                + " (expected: that of the bytes, " + right + ")",
                        "broken at offset " + second + ": java.io.IOException: WARC-Block-Digest: " + wrong
                                + " (expected: that of the bytes, " + digest("sha1", block) + ")",
                        "broken at offset " + fourth + ": java.io.IOException: WARC-Payload-Digest: " + wrong
                                + " (expected: that of the bytes, " + right + ")",
                        "broken at offset " + third + ": java.io.IOException: WARC-Block-Digest: " + wrong
                                + " (expected: that of the bytes, " + right + ")");
    }

    @Test
    void aDigestMayBeHexadecimalAndInCapitals() throws IOException {
        byte[] block = http("200 OK", HTML, bytes("<p>one"));
        String hex = new WarcDigest(digest("sha1", bytes("<p>one"))).hex();
        SampleWarc warc = new SampleWarc(false);
        for (String stated : List.of("sha1:" + hex, "SHA1:" + hex.toUpperCase(Locale.ROOT), "sha-1:" + hex)) {
            warc.record("response", URL, DAY, "application/http", "WARC-Payload-Digest: " + stated + "\r\n", block);
        }
        take(warc);

        assertThat(report()).startsWith("3 captures, 0 records passed over, 0 broken");
    }

    @Test
    void aDigestOfAnUnknownKindIsNotCompared() throws IOException {
        byte[] block = http("200 OK", HTML, bytes("<p>one"));
        String digests = "WARC-Payload-Digest: crc99:AAAA\r\nWARC-Block-Digest: crc99:AAAA\r\n";
        take(new SampleWarc(false).record("response", URL, DAY, "application/http", digests, block));

        assertThat(inbox.published()).containsExactly("<p>one at " + DAY);
    }

    @Test
    void aContentLengthBesideChunksDoesNotCount() throws IOException {
        String headers = HTML + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n";
        take(new SampleWarc(false).response(URL, DAY, "200 OK", headers, chunked(bytes("<p>one"))));

        assertThat(inbox.published()).containsExactly("<p>one at " + DAY);
    }

    @Test
    void aBodyIsAsLongAsItsContentLengthSays() throws IOException {
        take(new SampleWarc(false)
                .response(URL, DAY, "200 OK", HTML + "Content-Length: 6\r\n", bytes("<p>one and what follows"))
                .response(URL, "2021-03-02T00:00:00Z", "200 OK", HTML + "Content-Length: 60\r\n", bytes("<p>cut"))
                .response(URL, "2021-03-03T00:00:00Z", "200 OK", HTML + "Content-Length: many\r\n", bytes("<p>all")));

        assertThat(inbox.published()).containsExactly("<p>one at " + DAY, "<p>all at 2021-03-03T00:00:00Z");
        assertThat(report()).contains("java.io.EOFException: Content-Length: 60 (expected: the 6 bytes there are)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anArchiveThatIsCutOffGivesWhatItHolds(boolean compressed) throws IOException {
        byte[] whole = new SampleWarc(compressed)
                .html(URL, DAY, "<p>one")
                .html(URL, "2021-03-02T00:00:00Z", "<p>" + "two".repeat(200))
                .toBytes();
        int first = new SampleWarc(compressed).html(URL, DAY, "<p>one").size();
        for (int cut = first + 1; cut < whole.length - 8; cut += 7) {
            ImportingInbox fresh = new ImportingInbox(folder.resolve("cut" + cut));
            String name = compressed ? "a.warc.gz" : "a.warc";
            fresh.take(name, new SampleWarc(false).raw(Arrays.copyOf(whole, cut)));

            assertThat(fresh.published())
                    .as("cut at %d of %d", cut, whole.length)
                    .containsExactly("<p>one at " + DAY);
            assertThat(fresh.report(name)).startsWith("1 captures, 0 records passed over, 1 broken");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 50, 70, 90})
    void aLargeRecordThatIsDamagedInItsMiddleIsNamedOnce(int percent) throws IOException {
        Random random = new Random(percent);
        StringBuilder text = new StringBuilder("<p>");
        random.ints(200_000, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        byte[] large = new SampleWarc(true).html(URL, DAY, text.toString()).toBytes();
        for (int i = 0; i < 40; i++) {
            large[large.length * percent / 100 + i] ^= 0x5a;
        }
        take(new SampleWarc(true).raw(large).html(URL, "2021-03-02T00:00:00Z", "<p>two"));

        assertThat(inbox.published()).containsExactly("<p>two at 2021-03-02T00:00:00Z");
        assertThat(inbox.report("a.warc")).startsWith("1 captures, 0 records passed over, 1 broken");
    }

    @Test
    void aRecordWhoseLengthIsWrongDoesNotHideTheNext() throws IOException {
        SampleWarc warc = new SampleWarc(false);
        byte[] tooLong = new SampleWarc(false).html(URL, DAY, "<p>one").toBytes();
        String header = new String(tooLong, java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("Content-Length: [0-9]+", "Content-Length: 20");
        take(warc.raw(bytes(header)).html(URL, "2021-03-02T00:00:00Z", "<p>two"));

        assertThat(inbox.published()).containsExactly("<p>two at 2021-03-02T00:00:00Z");
        assertThat(report()).contains("broken at offset");
    }

    private void take(SampleWarc warc) throws IOException {
        inbox.take("a.warc", warc);
    }

    private String report() throws IOException {
        return inbox.report("a.warc");
    }
}
