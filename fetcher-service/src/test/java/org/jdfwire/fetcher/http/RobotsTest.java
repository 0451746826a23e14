package org.jdfwire.fetcher.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jdfwire.contracts.address.AddressGate;
import org.jdfwire.contracts.address.Allowance;
import org.jdfwire.fetcher.RawSite;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.StopSignal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** robots.txt after RFC 9309, section by section. */
class RobotsTest {
    private final RawSite site = new RawSite();
    private final RawSite other = new RawSite();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final HttpRequests requests = new HttpRequests("JDFWire/test", Limits.DEFAULT, new AddressGate());
    private final Robots robots = new Robots(requests, new HostTurns(new StopSignal()), now::get);

    @AfterEach
    void stop() throws IOException {
        requests.close();
        site.close();
        other.close();
    }

    @ParameterizedTest
    @CsvSource({
        // section 2.2.1: the group of our product token, letter case aside, wins over that of everybody
        "'User-agent: *\nDisallow: /\nUser-agent: JDFWIRE\nDisallow: /secret\n', true",
        "'User-agent: jdfwire\nDisallow: /\nUser-agent: *\nAllow: /\n', false",
        "'User-agent: jdf\nDisallow: /\n', true",
        // two groups of one agent are one
        "'User-agent: jdfwire\nAllow: /x\nUser-agent: jdfwire\nDisallow: /en\n', false",
        // section 2.2.2: the longest match wins, and allow where they are as long
        "'User-agent: *\nDisallow: /en/\nAllow: /en/jdf/\n', true",
        "'User-agent: *\nDisallow: /en/jdf/page\nAllow: /en/jdf/\n', false",
        "'User-agent: *\nDisallow: /en/jdf/\nAllow: /en/jdf/\n', true",
        // section 2.2.3: the special characters
        "'User-agent: *\nDisallow: *.html$\n', false",
        "'User-agent: *\nDisallow: /*page$\n', true",
        "'# nothing\nUser-agent: * # all\nDisallow: # nothing\n', true",
        // line ends of all kinds, and lines that are no rules
        "'User-agent: *\r\nNonsense\r\nDisallow: /en/\r\n', false",
        "'User-agent: *\rDisallow: /en/\r', false",
        "'\uFEFFUser-agent: *\nDisallow: /en/\n', false",
        "'<html><p>Welcome to our site</p></html>', true",
        "'', true",
    })
    void readsTheRules(String text, boolean allowed) throws Exception {
        site.on("/robots.txt", robotsTxt(text));

        assertThat(rules().allows(url("/en/jdf/page.html"))).isEqualTo(allowed);
    }

    @Test
    void readsPathsAsUtf8AndKnowsTheirPercentEncodingsAsTheSame() throws Exception {
        site.on("/robots.txt", robotsTxt("User-agent: *\nDisallow: /防衛/\nDisallow: /%e5%a0%b1/\n"));

        assertThat(rules().allows(url("/防衛/page.html"))).isFalse();
        assertThat(rules().allows(url("/報/page.html"))).isFalse();
        assertThat(rules().allows(url("/報道/page.html"))).isTrue();
    }

    @Test
    void obeysRulesWhateverTypeTheyClaimToBe() throws Exception {
        site.on(
                "/robots.txt",
                RawSite.answer(
                        "200 OK",
                        "Content-Type: application/octet-stream\r\n",
                        "User-agent: *\nDisallow: /\n".getBytes(UTF_8)));

        assertThat(rules().allows(url("/en/jdf/page.html"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "401, true",
        "403, true",
        "404, true",
        "410, true",
        "429, false",
        "500, false",
        "503, false",
        "204, false",
        "302, false"
    })
    void takes4xxForNoRulesAndAnyFailureForNoPermission(int status, boolean allowed) throws Exception {
        site.on("/robots.txt", RawSite.answer(status + " x", "", new byte[0]));

        assertThat(rules().allows(url("/en/jdf/page.html"))).isEqualTo(allowed);
    }

    @Test
    void triesAgainAfterAMinuteWhatCouldNotBeHadAndAfterAnHourWhatCould() throws Exception {
        site.on("/robots.txt", RawSite.answer("500 Oh no", "", new byte[0]));
        assertThat(rules().available()).isFalse();
        rules();
        assertThat(site.contacts()).hasSize(1);

        site.on("/robots.txt", robotsTxt("User-agent: *\nDisallow: /secret\n"));
        now.set(now.get().plusSeconds(60));
        assertThat(rules().allows(url("/en/jdf/page.html"))).isTrue();
        now.set(now.get().plusSeconds(3599));
        rules();
        assertThat(site.contacts()).hasSize(2);

        now.set(now.get().plusSeconds(1));
        rules();
        assertThat(site.contacts()).hasSize(3);
    }

    @Test
    void followsFiveRedirectsToOtherHostsTooAndAppliesWhatItFindsToTheFirst() throws Exception {
        site.on("/robots.txt", RawSite.redirect("/1"));
        site.on("/1", RawSite.redirect("/2"));
        site.on("/2", RawSite.redirect("/3"));
        site.on("/3", RawSite.redirect("/4"));
        site.on("/4", RawSite.redirect("http://127.0.0.2:" + other.port() + "/rules"));
        other.on("/rules", robotsTxt("User-agent: *\nDisallow: /en/\n"));

        assertThat(rules().available()).isTrue();
        assertThat(rules().allows(url("/en/jdf/page.html"))).isFalse();
        assertThat(rules().allows(url("/ja/page.html"))).isTrue();
    }

    @Test
    void givesUpAfterFiveRedirects() throws Exception {
        site.on("/robots.txt", RawSite.redirect("/robots.txt"));

        assertThat(rules().detail()).isEqualTo("more than 5 redirects");
        assertThat(rules().allows(url("/en/jdf/page.html"))).isFalse();
        assertThat(site.contacts()).hasSize(6);
    }

    @Test
    void readsTheBeginningOfAFileThatIsTooLongAndNoHalfLine() throws Exception {
        String first = "User-agent: *\nDisallow: /secret/\n";
        String half = "Disallow: /en/jdf/not-this";
        String filler = "#".repeat(Limits.ROBOTS_BYTES - first.length() - half.length() + "/jdf/not-this".length() - 1);
        site.on("/robots.txt", robotsTxt(first + filler + "\n" + half + "\nDisallow: /\n"));

        assertThat(rules().allows(url("/secret/page.html"))).isFalse();
        assertThat(rules().allows(url("/en/jdf/page.html"))).isTrue();
    }

    @Test
    void takesAChallengeInPlaceOfRulesForNoPermission() throws Exception {
        site.on("/robots.txt", RawSite.html("<script>window._cf_chl_opt={}</script>"));

        assertThat(rules().detail()).isEqualTo("status 200 with a page that asks for a browser");
        assertThat(rules().allows(url("/en/jdf/page.html"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'Crawl-delay: 7', 7000", "'Crawl-delay: 1', 2000", "'Crawl-delay: 2.5', 2500", "'Crawl-delay: x', 2000"
    })
    void waitsAsLongAsTheLongerOfCrawlDelayAndItsOwnDelay(String line, long milliseconds) throws Exception {
        site.on("/robots.txt", robotsTxt("User-agent: *\n" + line + "\nDisallow: /secret/\n"));

        assertThat(rules().pause(Duration.ofSeconds(2))).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void asksForNoPageBeforeTheCrawlDelayIsOver() throws Exception {
        site.on("/robots.txt", robotsTxt("User-agent: *\nCrawl-delay: 300\n"));
        site.on("/en/jdf/", RawSite.html("<p>"));
        StopSignal stop = new StopSignal();
        HostTurns turns = new HostTurns(stop);
        PageFetcher fetcher = new PageFetcher(requests, turns, new Robots(requests, turns, now::get), now::get)
                .allowing(new Allowance(Set.of("127.0.0.1"), Set.of(site.port())));
        CompletableFuture<Fetched> fetched = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                fetched.complete(fetcher.fetch(url("/en/jdf/"), Validators.NONE, Duration.ZERO, page -> true));
            } catch (InterruptedException e) {
                fetched.completeExceptionally(e);
            }
        });
        thread.start();
        await().until(() ->
                site.contacts().size() == 1 && thread.getState() == Thread.State.TIMED_WAITING || fetched.isDone());

        assertThat(fetched).as("it waits").isNotDone();
        stop.give();
        assertThat(fetched).failsWithin(Duration.ofSeconds(10));
        assertThat(site.contacts()).as("robots.txt alone").hasSize(1);
    }

    private RobotsRules rules() throws IOException, InterruptedException {
        return robots.of(
                url("/"),
                Duration.ZERO,
                new Allowance(Set.of("127.0.0.1", "127.0.0.2"), Set.of(site.port(), other.port())));
    }

    private HttpUrl url(String path) {
        return HttpUrl.parse("http://127.0.0.1:" + site.port() + path);
    }

    private static RawSite.Reply robotsTxt(String text) {
        return RawSite.answer("200 OK", "Content-Type: text/plain\r\n", text.getBytes(UTF_8));
    }
}
