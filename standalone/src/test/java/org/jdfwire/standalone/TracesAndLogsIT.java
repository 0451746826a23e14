package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.jdfwire.contracts.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a run tells a collector of traces, and a log in JSON: each page's way, and nobody's secrets. */
class TracesAndLogsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WORD = "Zanzibarquay";
    private static final String BAD_WORD = "Quuxharbor";

    @TempDir
    static Path data;

    private static Collector collector;
    private static HttpServer receiver;
    private static final AtomicInteger deliveries = new AtomicInteger();
    private static String console;
    private static String token;
    private static String secret;

    /** One run for all: two pages in one batch, one that is refused, a token and a webhook. */
    @BeforeAll
    static void run() throws Exception {
        collector = new Collector();
        receiver = refusingReceiver();
        Map<String, String> environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.endpoint(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "200",
                "JDFWIRE_LOG_FORMAT",
                "ecs",
                "STORE_WEBHOOKS_HTTP",
                "true",
                "JDFWIRE_WEBHOOK_HOSTS",
                "127.0.0.1",
                "JDFWIRE_WEBHOOK_PORTS",
                Integer.toString(receiver.getAddress().getPort()));
        try (Instance jdfwire = Instance.up(data, environment)) {
            token = jdfwire.console()
                    .lines()
                    .filter(line -> line.contains("token, shown once"))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .findFirst()
                    .orElseThrow();
            secret = webhook(jdfwire).path("secret").asString();
            jdfwire.drop(
                    "one.html", SamplePages.page(201, "On October 1, " + WORD + ".", "Two."), SamplePages.url(201));
            jdfwire.drop("two.html", SamplePages.page(202, "On October 2, three."), SamplePages.url(202));
            jdfwire.drop("bad.html", BAD_WORD.getBytes(StandardCharsets.UTF_8), SamplePages.url(203));
            await().atMost(PATIENCE).until(() -> jdfwire.journal().size() == 5);
            await().atMost(PATIENCE)
                    .until(() -> steps(201).contains("store")
                            && steps(202).contains("store")
                            && steps(203).contains("parse"));
            await().atMost(PATIENCE).until(() -> deliveries.get() > 0);
            await().atMost(PATIENCE).until(() -> log().contains("203/topics.html version 1: rejected, "));
            console = jdfwire.console();
        }
    }

    @AfterAll
    static void stop() {
        collector.close();
        receiver.stop(0);
    }

    @Test
    void onePageIsOneTraceWhateverElseIsInTheBatch() {
        List<Collector.Told> trace = trace(201);
        assertThat(trace)
                .extracting(Collector.Told::service, Collector.Told::name)
                .contains(
                        Tuple.tuple("fetcher", "fetch"),
                        Tuple.tuple("parser", "parse"),
                        Tuple.tuple("store", "store"),
                        Tuple.tuple("store", "deliver"));
        Collector.Told fetch = only(trace, "fetch");
        Collector.Told parse = only(trace, "parse");
        Collector.Told store = only(trace, "store");
        assertThat(fetch.parent()).isEmpty();
        assertThat(parse.parent()).isEqualTo(fetch.id());
        assertThat(store.parent()).isEqualTo(parse.id());
        assertThat(trace.stream().filter(span -> span.name().equals("deliver")))
                .as("an issue and two topics")
                .hasSize(3)
                .allSatisfy(span -> assertThat(span.parent()).isEqualTo(store.id()));
        assertThat(parse.attributes())
                .containsEntry("jdfwire.page.version", "1")
                .containsEntry("jdfwire.outcome", "parsed")
                .containsEntry("jdfwire.count", "2");
        assertThat(store.attributes())
                .containsEntry("jdfwire.outcome", "stored")
                .containsEntry("jdfwire.count", "3");
        assertThat(trace(202).get(0).trace()).isNotEqualTo(fetch.trace());
        assertThat(steps(203)).containsExactlyInAnyOrder("fetch", "parse");
    }

    @Test
    void eachServiceSaysWhatBecameOfAPageInOneLineOfItsOwn() throws IOException {
        List<JsonNode> lines = lines().stream()
                .filter(line -> line.at("/page/url").asString().equals(SamplePages.url(201)))
                .toList();
        assertThat(lines)
                .extracting(line -> line.at("/page/outcome").asString())
                .containsExactly("fetched", "parsed", "stored");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.at("/page/version").asInt()).isEqualTo(1);
            assertThat(line.path("traceId").asString())
                    .isEqualTo(trace(201).get(0).trace());
        });
        assertThat(lines.get(1).at("/page/topics").asInt()).isEqualTo(2);
        assertThat(lines.get(2).at("/page/topics").asInt()).isEqualTo(2);
        assertThat(lines.get(2).at("/page/changes").asInt()).isEqualTo(3);
    }

    @Test
    void noSecretAndNoPageIsInALogOrATrace() throws IOException {
        assertThat(token).startsWith("jdfwire_");
        assertThat(secret).startsWith("whsec_");
        String key = Files.readString(data.resolve("webhook.key")).strip();
        assertThat(log()).doesNotContain(token, secret, key, WORD, BAD_WORD);
        assertThat(console.replace(token, "")).as("after it was shown once").doesNotContain(token);
        assertThat(console).doesNotContain(secret, key, WORD, BAD_WORD);
        assertThat(collector.everything()).doesNotContain(token, secret, key, WORD, BAD_WORD);
    }

    /** Reads every line; one that is no JSON fails. */
    private static List<JsonNode> lines() throws IOException {
        return log().lines().map(line -> Json.MAPPER.readTree(line)).toList();
    }

    private static String log() throws IOException {
        return Files.readString(data.resolve("jdfwire.log"));
    }

    private static JsonNode webhook(Instance jdfwire) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(jdfwire.url() + "/v1/subscriptions"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"url\":\"http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook\"}"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Json.MAPPER.readTree(response.body());
    }

    /** Takes nothing, so that failures have to be told of too. */
    private static HttpServer refusingReceiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
            deliveries.incrementAndGet();
        });
        server.start();
        return server;
    }

    private static List<Collector.Told> trace(int issue) {
        Set<String> traces = collector.spans().stream()
                .filter(span -> SamplePages.url(issue).equals(span.attributes().get("jdfwire.page.url")))
                .map(Collector.Told::trace)
                .collect(Collectors.toSet());
        assertThat(traces).as("traces of one page").hasSizeLessThan(2);
        return collector.spans().stream()
                .filter(span -> traces.contains(span.trace()))
                .toList();
    }

    private static List<String> steps(int issue) {
        return trace(issue).stream().map(Collector.Told::name).toList();
    }

    private static Collector.Told only(List<Collector.Told> trace, String name) {
        List<Collector.Told> found =
                trace.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }
}
