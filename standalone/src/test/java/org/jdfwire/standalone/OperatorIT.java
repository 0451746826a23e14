package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdfwire.contracts.Json;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Options;
import org.jdfwire.standalone.command.TokenCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An operator who knows that a page has changed does not wait for the interval. */
class OperatorIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PAGE = "/en/jdf/no400/topics.html";

    private final AtomicReference<byte[]> page = new AtomicReference<>(SamplePages.page(400, "As it was."));
    private HttpServer site;

    @TempDir
    Path folder;

    @BeforeEach
    void openSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        site.createContext("/", exchange -> {
            try (exchange) {
                boolean isPage = exchange.getRequestURI().getPath().equals(PAGE);
                byte[] body = isPage ? page.get() : new byte[0];
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(isPage ? 200 : 404, isPage ? body.length : -1);
                exchange.getResponseBody().write(body);
            }
        });
        site.start();
    }

    @AfterEach
    void closeSite() {
        site.stop(0);
    }

    @Test
    void aCorrectionIsInTheFeedAsSoonAsAnOperatorAsksForIt() throws Exception {
        Path data = folder.resolve("data");
        try (DataFolder taken = DataFolder.take(data);
                Standalone jdfwire = Standalone.start(
                        Options.parse(List.of("--port", "0", "--management-port", "0")), taken, settings())) {
            String token = jdfwire.firstToken();
            assertThat(token).isNotNull();
            await().atMost(SOON).until(() -> types(jdfwire).contains("topic.created"));
            Instant nextPoll = nextPoll(jdfwire);
            assertThat(nextPoll).isAfter(Instant.now().plus(Duration.ofHours(1)));

            page.set(SamplePages.page(400, "As it is, corrected."));
            assertThat(post(jdfwire, null).statusCode()).isEqualTo(401);
            HttpResponse<String> accepted = post(jdfwire, token);
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);

            await().atMost(SOON).until(() -> types(jdfwire).contains("topic.revised"));
            // the next after that, which is as random as the first was
            await().atMost(SOON)
                    .until(() -> nextPoll(jdfwire), next -> !next.equals(nextPoll) && next.isAfter(Instant.now()));

            String second = token(data, "add", "colleague");
            assertThat(post(jdfwire, second.strip()).statusCode()).isEqualTo(202);
            assertThat(token(data, "list")).contains("colleague", "first").doesNotContain(token);
            token(data, "revoke", "first");
            assertThat(post(jdfwire, token).statusCode()).isEqualTo(401);
        }
    }

    private List<String> settings() {
        String origin = "http://127.0.0.1:" + site.getAddress().getPort();
        return List.of(
                "fetcher.enabled=sample",
                "fetcher.sources.sample.kind=site",
                "fetcher.sources.sample.start=" + origin + PAGE,
                "fetcher.sources.sample.allow-hosts=127.0.0.1",
                "fetcher.sources.sample.allow-ports=" + site.getAddress().getPort(),
                "fetcher.sources.sample.interval=24h",
                "fetcher.sources.sample.delay=10ms");
    }

    /** Runs {@code token} beside the running instance and returns what it prints to standard output. */
    private static String token(Path data, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(words));
        TokenCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream()));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> post(Standalone jdfwire, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(jdfwire.url() + "/v1/sources/sample/poll"))
                .POST(HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Instant nextPoll(Standalone jdfwire) throws Exception {
        return Instant.parse(
                get(jdfwire, "/v1/sources").at("/sources/0/nextPollAt").asString());
    }

    private static List<String> types(Standalone jdfwire) throws Exception {
        return get(jdfwire, "/v1/changes?limit=1000")
                .path("changes")
                .valueStream()
                .map(change -> change.path("type").asString())
                .toList();
    }

    private static JsonNode get(Standalone jdfwire, String path) throws Exception {
        return Json.MAPPER.readTree(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(jdfwire.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
