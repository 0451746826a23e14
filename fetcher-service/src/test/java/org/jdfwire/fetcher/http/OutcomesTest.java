package org.jdfwire.fetcher.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.LocalSite;
import org.jdfwire.fetcher.RawSite;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything a host may do to us, and the one outcome that it gets. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // some hosts here never end by themselves
class OutcomesTest {
    private static final String PAGE = "/en/jdf/page.html";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Limits SHORT = new Limits(
            Limits.PAGE_BYTES,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofMillis(300));
    /** Time enough for large bodies on a busy machine; nothing here waits for it. */
    private static final Limits LONG = Limits.DEFAULT;

    private final RawSite site = new RawSite();
    private final HostTurns turns = new HostTurns(new StopSignal());

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    @Test
    void fetched() throws Exception {
        site.on(PAGE, RawSite.html("<p>here"));

        assertThat(body(fetch(LONG))).isEqualTo("<p>here");
    }

    @Test
    void notModified() throws Exception {
        site.on(PAGE, RawSite.text("HTTP/1.1 304 Not Modified\r\n\r\n"));

        assertThat(fetch(LONG, PAGE, new Validators("\"v\"", null)).outcome()).isEqualTo(Outcome.NOT_MODIFIED);
    }

    @Test
    void aRedirectToItself() throws Exception {
        site.on(PAGE, RawSite.answer("301 Moved Permanently", "Location: " + PAGE + "\r\n", new byte[0]));

        assertThat(fetch(LONG)).isEqualTo(Fetched.without(Outcome.SERVER_ERROR, "more than 5 redirects"));
        assertThat(site.log()).hasSize(6);
    }

    @Test
    void hundredRedirectsToEverMoreAddressesOfThePage() throws Exception {
        for (int hop = 0; hop < 100; hop++) {
            site.on(twin(hop), RawSite.redirect(twin(hop + 1)));
        }
        site.on(twin(100), RawSite.html("<p>never seen"));

        assertThat(fetch(LONG, twin(0), Validators.NONE))
                .isEqualTo(Fetched.without(Outcome.SERVER_ERROR, "more than 5 redirects"));
        assertThat(site.log()).hasSize(6).endsWith(twin(5));
    }

    @Test
    void aRedirectToNothingThatCanBeAsked() throws Exception {
        site.on(PAGE, RawSite.redirect("ftp://public.example/"));

        assertThat(fetch(LONG))
                .isEqualTo(Fetched.without(Outcome.SERVER_ERROR, "status 302, Location: ftp://public.example/"));
    }

    @Test
    void aChallengeWithItsHeader() throws Exception {
        site.on(PAGE, RawSite.answer("403 Forbidden", "Cf-Mitigated: challenge\r\n", "x".getBytes(UTF_8)));

        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.CHALLENGED);
        assertThat(site.log()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Just a moment...</title><script>(function(){window._cf_chl_opt={cvId:'3'}}())</script>",
                "<script>window.gokuProps={};</script><script src=https://x.token.awswaf.com/challenge.js></script>",
                "<iframe src=/_Incapsula_Resource?x>Request unsuccessful. Incapsula incident ID: 1</iframe>",
                "<script>var dd={'host':'geo.captcha-delivery.com'}</script>",
                "<DIV ID=\"ANUBIS_CHALLENGE\">",
            })
    void aChallengePageThatClaims200(String html) throws Exception {
        site.on(PAGE, RawSite.html(html));

        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.CHALLENGED);
        assertThat(site.log()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Just a moment... said the Minister; a challenge for the Alliance.",
                "<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js></script><p>Topics",
                "<p>The seminar was about captcha-delivery.com and other services.",
            })
    void aPageThatOnlyLooksALittleLikeAChallenge(String html) throws Exception {
        site.on(PAGE, RawSite.html(html));

        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.FETCHED);
    }

    @ParameterizedTest
    @CsvSource({"120, 2026-11-24T12:02:00Z", "'Tue, 24 Nov 2026 13:00:00 GMT', 2026-11-24T13:00:00Z"})
    void throttledInBothForms(String retryAfter, Instant until) throws Exception {
        site.on(PAGE, RawSite.answer("429 Too Many Requests", "Retry-After: " + retryAfter + "\r\n", new byte[0]));

        Fetched fetched = fetch(LONG);
        assertThat(fetched.outcome()).isEqualTo(Outcome.THROTTLED);
        assertThat(fetched.notBefore()).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 599})
    void aServerError(int status) throws Exception {
        site.on(PAGE, RawSite.answer(status + " Oh no", "", new byte[0]));

        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.SERVER_ERROR);
    }

    @Test
    void headersThatNeverCome() throws Exception {
        site.on(PAGE, site.endless("", new byte[0], 10));

        assertThat(fetch(SHORT)).isEqualTo(late("the answer"));
    }

    @Test
    void headersThatDrip() throws Exception {
        site.on(PAGE, site.endless(OK, "X-More: x\r\n".getBytes(UTF_8), 20));

        assertThat(fetch(SHORT)).isEqualTo(late("the answer"));
    }

    @Test
    void headersWithoutEnd() throws Exception {
        site.on(PAGE, site.endless(OK, "X-More: x\r\n".repeat(100).getBytes(UTF_8), 0));

        assertUnreachable(fetch(LONG), "MessageConstraintException");
    }

    @Test
    void aBodyThatDrips() throws Exception {
        site.on(PAGE, site.endless(OK + "\r\n", "x".getBytes(UTF_8), 20));

        assertThat(fetch(SHORT)).isEqualTo(late("the body"));
    }

    @Test
    void aBodyWithoutEnd() throws Exception {
        site.on(PAGE, site.endless(OK + "\r\n", new byte[64 * 1024], 0));

        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.TOO_LARGE);
    }

    @Test
    void aLengthBeyondTheLimit() throws Exception {
        site.on(PAGE, RawSite.text(OK + "Content-Length: " + (Limits.PAGE_BYTES + 1) + "\r\n\r\n"));

        assertThat(fetch(LONG)).isEqualTo(Fetched.without(Outcome.TOO_LARGE, "more than 10485760 bytes"));
    }

    @Test
    void aPageOfExactlyTheLimit() throws Exception {
        site.on(PAGE, RawSite.html("x".repeat(Limits.PAGE_BYTES)));
        assertThat(body(fetch(LONG))).hasSize(Limits.PAGE_BYTES);

        site.on(PAGE, RawSite.bytes((OK + "\r\n").getBytes(UTF_8), new byte[Limits.PAGE_BYTES + 1]));
        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.TOO_LARGE);
    }

    @Test
    void aBodyShorterThanItsLength() throws Exception {
        site.on(PAGE, RawSite.text(OK + "Content-Length: 100\r\n\r\n<p>cut"));

        assertUnreachable(fetch(LONG), "Premature end");
    }

    @Test
    void aBodyLongerThanItsLengthWhoseRestIsNotTakenForTheNextAnswer() throws Exception {
        site.on(
                "/robots.txt",
                RawSite.text("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n#" + OK + "Content-Length: 4\r\n\r\nevil"));
        site.on(PAGE, RawSite.text(OK + "Content-Length: 3\r\n\r\n<p>and more"));

        assertThat(body(fetch(LONG))).isEqualTo("<p>");
    }

    @Test
    void chunksThatAreCut() throws Exception {
        site.on(PAGE, RawSite.text(OK + "Transfer-Encoding: chunked\r\n\r\n10\r\n<p>cut"));

        assertUnreachable(fetch(LONG), "");
    }

    @Test
    void chunksThatAreGarbage() throws Exception {
        site.on(PAGE, RawSite.text(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>garbage\r\n0\r\n\r\n"));

        assertUnreachable(fetch(LONG), "MalformedChunkCodingException");
    }

    @Test
    void anAnswerThatIsNoHttp() throws Exception {
        site.on(PAGE, RawSite.text("SSH-2.0-OpenSSH_9.2\r\n"));

        assertUnreachable(fetch(LONG), "");
    }

    @Test
    void bombs() throws Exception {
        byte[] zeros = new byte[Limits.PAGE_BYTES + 1];
        byte[] gzip = gzip(zeros);
        assertThat(zeros.length / gzip.length).isGreaterThanOrEqualTo(1000);

        assertThat(coded("gzip", gzip).outcome()).isEqualTo(Outcome.TOO_LARGE);
        assertThat(coded("deflate", deflate(zeros, false)).outcome()).isEqualTo(Outcome.TOO_LARGE);
        // 11 MiB of zeros
        byte[] brotli = Base64.getDecoder().decode("y///P/gnAOKxQCD3/i///1/wTwDEYRGA7v0L");
        assertThat(coded("br", brotli).outcome()).isEqualTo(Outcome.TOO_LARGE);
        // between the two layers it is too large, in the end it would not be
        assertThat(coded("gzip, gzip", gzip(gzip(zeros))).outcome()).isEqualTo(Outcome.TOO_LARGE);
    }

    @Test
    void aBodyThatDecodesToNothingForEver() throws Exception {
        site.on(PAGE, site.endless(OK + "Content-Encoding: gzip\r\n\r\n", repeat(gzip(new byte[0]), 4096), 0));

        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.TOO_LARGE);
    }

    @Test
    void compressedPages() throws Exception {
        byte[] page = "<p>sample: compressed".getBytes(UTF_8);

        assertThat(body(coded("gzip", gzip(page)))).isEqualTo("<p>sample: compressed");
        assertThat(body(coded("X-GZIP", gzip(page)))).isEqualTo("<p>sample: compressed");
        assertThat(body(coded("deflate", deflate(page, false)))).isEqualTo("<p>sample: compressed");
        assertThat(body(coded("deflate", deflate(page, true)))).isEqualTo("<p>sample: compressed");
        assertThat(body(coded("gzip, gzip", gzip(gzip(page))))).isEqualTo("<p>sample: compressed");
        assertThat(body(coded("identity", page))).isEqualTo("<p>sample: compressed");
        byte[] brotli = Base64.getDecoder().decode("GyMA+MVtbF3PluiNWkFhRMlJK7UkLzHxxNZBRGr2tMXpu8oc");
        assertThat(body(coded("br", brotli))).isEqualTo("<p>sample: compressed by brotli</p>\n");
    }

    @Test
    void compressionThatIsBrokenOrUnknownOrTooDeep() throws Exception {
        byte[] page = gzip("<p>sample".getBytes(UTF_8));

        assertUnreachable(coded("gzip", "no gzip".getBytes(UTF_8)), "");
        assertUnreachable(coded("gzip", Arrays.copyOf(page, page.length - 10)), "");
        assertUnreachable(coded("br", "no brotli at all, or is it".getBytes(UTF_8)), "");
        assertThat(coded("zstd", page))
                .isEqualTo(Fetched.without(
                        Outcome.WRONG_TYPE, "Content-Encoding: zstd (expected: some of gzip, deflate, br)"));
        assertThat(coded("gzip, gzip, gzip", gzip(gzip(page))).outcome()).isEqualTo(Outcome.TOO_LARGE);
    }

    @Test
    void aWrongCharsetIsForTheParserAndTheBytesStayAsTheyAre() throws Exception {
        byte[] bytes = "<p>防衛".getBytes(Charset.forName("Shift_JIS"));
        site.on(PAGE, RawSite.answer("200 OK", "Content-Type: text/html; charset=utf-9\r\n", bytes));

        assertThat(fetch(LONG).capture()).isNotNull().satisfies(capture -> {
            assertThat(capture.body()).isEqualTo(bytes);
            assertThat(capture.contentType()).isEqualTo("text/html; charset=utf-9");
        });
    }

    @Test
    void htmlThatIsNamedAPdf() throws Exception {
        site.on(PAGE, RawSite.answer("200 OK", "Content-Type: application/pdf\r\n", "<p>".getBytes(UTF_8)));

        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.WRONG_TYPE);
    }

    @Test
    void robotsTxtThatForbidsOrFails() throws Exception {
        site.on(PAGE, RawSite.html("<p>"));
        site.on("/robots.txt", RawSite.answer("200 OK", "", "User-agent: *\nDisallow: /\n".getBytes(UTF_8)));
        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.DISALLOWED);
        site.on("/robots.txt", RawSite.answer("500 Oh no", "", new byte[0]));
        assertThat(fetch(LONG).outcome()).isEqualTo(Outcome.DISALLOWED);

        assertThat(site.log()).isEmpty();
    }

    @Test
    void aSlowHostHoldsUpNoOther() throws Exception {
        CountDownLatch otherWasAsked = new CountDownLatch(1);
        site.on(PAGE, out -> {
            otherWasAsked.await();
            RawSite.html("<p>slow").to(out);
        });
        try (RawSite other = new RawSite()) {
            other.on(PAGE, out -> {
                otherWasAsked.countDown();
                RawSite.html("<p>other").to(out);
            });
            CompletableFuture<Fetched> slow = CompletableFuture.supplyAsync(() -> unchecked(LONG));
            await().until(() -> site.log().contains(PAGE));

            String url = "http://127.0.0.2:" + other.port() + PAGE;
            Fetched fetched = fetch(LONG, HttpUrl.parse(url), Validators.NONE, other.port());

            assertThat(body(fetched)).isEqualTo("<p>other");
            // it was let go by the other's request, which therefore did not wait for it
            assertThat(body(slow.get())).isEqualTo("<p>slow");
        }
    }

    @Test
    void saysHonestlyWhatItDecodes() throws Exception {
        try (LocalSite local = new LocalSite()) {
            local.html(PAGE, "<p>");
            fetch(LONG, HttpUrl.parse(local.url(PAGE)), Validators.NONE, local.port());

            assertThat(local.log(PAGE).get(0).headers())
                    .containsEntry("accept-encoding", "gzip, deflate, br")
                    .containsEntry("user-agent", "JDFWire/test")
                    .doesNotContainKeys("cookie", "referer");
        }
    }

    private Fetched coded(String coding, byte[] body) throws InterruptedException {
        site.on(
                PAGE,
                RawSite.answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: " + coding + "\r\n", body));
        return fetch(LONG);
    }

    private Fetched unchecked(Limits limits) {
        try {
            return fetch(limits);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fetched fetch(Limits limits) throws InterruptedException {
        return fetch(limits, PAGE, Validators.NONE);
    }

    private Fetched fetch(Limits limits, String path, Validators known) throws InterruptedException {
        return fetch(limits, HttpUrl.parse("http://127.0.0.1:" + site.port() + path), known, site.port());
    }

    /** Fetches as somebody who knows nothing yet, not even robots.txt. */
    private Fetched fetch(Limits limits, HttpUrl url, Validators known, int port) throws InterruptedException {
        InstantSource clock = InstantSource.fixed(NOW);
        try (HttpRequests requests = new HttpRequests("JDFWire/test", limits, new AddressGate())) {
            return new PageFetcher(requests, turns, new Robots(requests, turns, clock), clock)
                    .allowing(new Allowance(Set.of("127.0.0.1", "127.0.0.2"), Set.of(port)))
                    .fetch(url, known, Duration.ZERO, page -> true);
        }
    }

    private static String twin(int hop) {
        return "/en/jdf/" + "sp/".repeat(hop) + "page.html";
    }

    private static Fetched late(String what) {
        return Fetched.without(
                Outcome.UNREACHABLE, "java.io.InterruptedIOException: " + what + " took longer than 300 ms");
    }

    private static void assertUnreachable(Fetched fetched, String detail) {
        assertThat(fetched.outcome()).isEqualTo(Outcome.UNREACHABLE);
        assertThat(fetched.detail()).contains(detail);
    }

    private static String body(Fetched fetched) {
        Capture capture = fetched.capture();
        assertThat(capture).as(fetched.toString()).isNotNull();
        return new String(capture.body(), UTF_8);
    }

    private static byte[] repeat(byte[] part, int times) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(zipped, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
