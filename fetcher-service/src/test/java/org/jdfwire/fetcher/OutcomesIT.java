package org.jdfwire.fetcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One site on which nearly every page is bad in its own way, watched by the whole fetcher. */
class OutcomesIT {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private final RawSite site = new RawSite();
    private final List<String> pages = new ArrayList<>();

    @TempDir
    private Path inbox;

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    @Test
    void givesEachPageItsOutcomeAndNoBadOneKeepsTheOthersFromTheirTurn() {
        on("a-silent", site.endless("", new byte[0], 10));
        on("b-good", RawSite.html("<p>b"));
        on("c-drips", site.endless(OK + "\r\n", "x".getBytes(UTF_8), 20));
        on("d-good", RawSite.html("<p>d"));
        on("e-endless", site.endless(OK + "\r\n", new byte[64 * 1024], 0));
        on("f-cut", RawSite.text(OK + "Content-Length: 100\r\n\r\n<p>cut"));
        on("j-error", RawSite.answer("500 Oh no", "", new byte[0]));
        on("k-refused", RawSite.redirect("http://127.0.0.3:" + site.port() + "/en/jdf/"));
        on("l-pdf", RawSite.answer("200 OK", "Content-Type: application/pdf\r\n", "<p>".getBytes(UTF_8)));
        on("m-gone", RawSite.answer("404 Not Found", "", new byte[0]));
        on("n-forbidden", RawSite.html("<p>n"));
        on("o-good", RawSite.html("<p>o"));
        site.on("/robots.txt", RawSite.answer("200 OK", "", "User-agent: *\nDisallow: /*n-forb\n".getBytes(UTF_8)));
        StringBuilder links = new StringBuilder();
        pages.forEach(name -> links.append("<a href=").append(name).append(".html>x</a>"));
        site.on("/en/jdf/", RawSite.html(links.toString()));

        Map<String, Outcome> outcomes;
        try (RunningFetcher fetcher = RunningFetcher.polling(
                "http://127.0.0.1:" + site.port() + "/en/jdf/",
                site.port(),
                inbox,
                "fetcher.sources.it.interval=1h",
                "fetcher.limits.head=500ms",
                "fetcher.limits.body=500ms")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> outcomes().size() == pages.size());
            outcomes = outcomes();
            assertThat(fetcher.count(Outcome.REFUSED_ADDRESS)).isEqualTo(1);
        }

        assertThat(outcomes)
                .containsOnly(
                        entry("a-silent", Outcome.UNREACHABLE),
                        entry("b-good", Outcome.FETCHED),
                        entry("c-drips", Outcome.UNREACHABLE),
                        entry("d-good", Outcome.FETCHED),
                        entry("e-endless", Outcome.TOO_LARGE),
                        entry("f-cut", Outcome.UNREACHABLE),
                        entry("j-error", Outcome.SERVER_ERROR),
                        entry("k-refused", Outcome.REFUSED_ADDRESS),
                        entry("l-pdf", Outcome.WRONG_TYPE),
                        entry("m-gone", Outcome.GONE),
                        entry("n-forbidden", Outcome.DISALLOWED),
                        entry("o-good", Outcome.FETCHED));
        // each was asked once, and not again within the cycle
        assertThat(site.log())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("/en/jdf/"),
                                pages.stream()
                                        .filter(name -> !name.equals("n-forbidden"))
                                        .map(name -> "/en/jdf/" + name + ".html"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.8,403 Forbidden,Cf-Mitigated: challenge,CHALLENGED",
        "127.0.0.9,429 Slow down,Retry-After: 3600,THROTTLED"
    })
    void asksForNothingElseWithinTheCycleWhereTheHostWantsToBeLeftAlone(
            String host, String status, String header, Outcome outcome) {
        // a host of its own each: the ledger remembers for the tests after this one that it wants to be left alone
        String folder = "http://" + host + ":" + site.port() + "/en/jdf/";
        for (String path : List.of("", "no1/topics.html", "no2/topics.html", "no3/topics.html")) {
            site.on("/en/jdf/" + path, RawSite.answer(status, header + "\r\n", new byte[0]));
        }
        site.on("/robots.txt", RawSite.answer("200 OK", "", new byte[0]));

        try (RunningFetcher fetcher = RunningFetcher.polling(
                folder,
                site.port(),
                inbox,
                "fetcher.sources.it.allow-hosts=" + host,
                "fetcher.sources.it.backfill=" + folder + "no[1-3]/topics.html",
                "fetcher.sources.it.interval=1h")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> fetcher.count(outcome) == 1);
            await().during(Duration.ofSeconds(2)).until(() -> site.log().size() == 1);
        }
    }

    private void on(String name, RawSite.Reply reply) {
        pages.add(name);
        site.on("/en/jdf/" + name + ".html", reply);
    }

    /** Returns the last outcome of each page that was tried, by name; the start page left out. */
    private Map<String, Outcome> outcomes() {
        String folder = "http://127.0.0.1:" + site.port() + "/en/jdf/";
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        TestKafka.read(Destinations.FETCHES, folder).stream()
                .map(message -> Json.read(message.value(), FetchRecord.class))
                .filter(record -> record.outcome() != null && !record.url().equals(folder))
                .forEach(record -> outcomes.put(
                        record.url().substring(folder.length()).replace(".html", ""),
                        Objects.requireNonNull(record.outcome())));
        return outcomes;
    }
}
