package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Json;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A canary a second, through a fetcher, a parser and a store that can be stopped one by one. */
class CanaryIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private EmbeddedDatabase database;
    private Services store;
    private Services parser;
    private Services fetcher;
    private int port;
    private int managementPort;

    @BeforeEach
    void start() throws InterruptedException {
        int kafka;
        int controller;
        try (Ports ports = new Ports()) {
            kafka = ports.free();
            controller = ports.free();
            port = ports.free();
            managementPort = ports.free();
        }
        broker = EmbeddedBroker.start(folder.resolve("kafka"), kafka, controller);
        database = EmbeddedDatabase.start(folder.resolve("mongodb"));
        List<String> common = List.of("spring.kafka.bootstrap-servers=" + broker.address());
        store = new Services(common);
        parser = new Services(common);
        fetcher = new Services(common);
        store.startStore(
                "spring.mongodb.uri=" + database.uri(),
                "server.port=" + port,
                "management.server.port=" + managementPort);
        parser.startParser("parser.instance=first");
        fetcher.startFetcher(
                "fetcher.enabled=none",
                "fetcher.canary.interval=1s",
                "fetcher.sources.inbox.folder=" + folder.resolve("inbox"));
        Readiness.await(broker.address());
    }

    @AfterEach
    void stop() {
        fetcher.close();
        parser.close();
        store.close();
        database.close();
        broker.close();
    }

    @Test
    void nothingThatAReaderSeesChanges() throws IOException {
        drop(
                "other.html",
                "<title>Another magazine</title>".getBytes(StandardCharsets.UTF_8),
                "https://a.invalid/other");
        drop("page.html", SamplePages.page(400, "One.", "Two."), "https://a.invalid/jdf/no400/topics.html");
        await().atMost(SOON).until(() -> get("/v1/changes").path("changes").size() == 3);
        await().atMost(SOON).until(() -> get("/v1/rejects").path("rejects").size() == 1);
        String seen = everythingThatIsSeen();

        double before = arrivals();
        await().atMost(SOON).until(() -> arrivals() >= before + 7);

        assertThat(everythingThatIsSeen()).isEqualTo(seen);
        assertThat(get("/v1/sources").at("/canary/lastArrivalAt").asString()).startsWith("20");
        assertThat(metric("jdfwire_parsed_total{outcome=\"canary\",reason=\"none\"}", parserScrape()))
                .isGreaterThanOrEqualTo(7);
        assertThat(metric("jdfwire_stage_in_total{stage=\"parse\"}", parserScrape()))
                .isEqualTo(2);
    }

    @Test
    void noneArrivesWhileAStageIsStoppedAndTheyComeAgainAfterIt() {
        await().atMost(SOON).until(() -> arrivals() >= 2);

        parser.close();
        double stopped = arrivals();
        double sent = sent();
        await().atMost(SOON).until(() -> sent() >= sent + 4);
        // one may have been on its way
        assertThat(arrivals()).isLessThanOrEqualTo(stopped + 1);

        parser.startParser("parser.instance=first");
        await().atMost(SOON).until(() -> arrivals() >= stopped + 4);
    }

    private void drop(String name, byte[] page, String url) throws IOException {
        Files.writeString(folder.resolve("inbox/" + name + ".url"), "[InternetShortcut]\nURL=" + url + "\n");
        Files.write(folder.resolve("inbox/" + name), page);
    }

    private String everythingThatIsSeen() {
        return text(port, "/v1/changes")
                + text(port, "/v1/topics")
                + text(port, "/v1/issues")
                + text(port, "/v1/rejects")
                + text(port, "/v1/changes/verify")
                + text(port, "/feeds/topics.atom")
                + get("/v1/sources").path("sources");
    }

    private double arrivals() {
        return metric("jdfwire_canary_arrivals_total", text(managementPort, "/actuator/prometheus"));
    }

    private double sent() {
        return metric("jdfwire_canary_sent_total", fetcher.scrape());
    }

    private String parserScrape() {
        return parser.scrape();
    }

    private static double metric(String series, String scrape) {
        Matcher line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(scrape);
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private JsonNode get(String path) {
        return Json.MAPPER.readTree(text(port, path));
    }

    private static String text(int port, String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
