package org.jdfwire.standalone.watch;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/** A real Prometheus on a port of loopback, with a data folder of its own. */
public final class Prometheus implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final String url;

    private Prometheus(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param seconds between two scrapes, and between two looks at rules that name no interval
     * @param targets host:port of the management ports
     * @param alertmanager host:port, or empty
     */
    public static Prometheus start(Path folder, RuleFile rules, int seconds, List<String> targets, String alertmanager)
            throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("rules.yml"), rules.text());
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(config, """
                global: { scrape_interval: %1$ds, scrape_timeout: %1$ds, evaluation_interval: %1$ds }
                rule_files: [rules.yml]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [%2$s] } ] } ] }
                scrape_configs:
                  - job_name: jdfwire
                    metrics_path: /actuator/prometheus
                    static_configs: [ { targets: [%3$s] } ]
                """.formatted(
                        seconds, quoted(alertmanager.isEmpty() ? List.of() : List.of(alertmanager)), quoted(targets)));
        int port = Tool.freePort();
        Process process = Tool.start(
                List.of(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn"),
                folder.resolve("prometheus.log"));
        Prometheus prometheus = new Prometheus(process, "http://127.0.0.1:" + port);
        await("prometheus answers")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> prometheus.send("/-/ready").statusCode() == 200);
        return prometheus;
    }

    /** Asks for a value now; returns the answer's {@code data.result}, or its error as text. */
    JsonNode ask(String expression) {
        JsonNode answer = Json.MAPPER.readTree(
                send("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                        .body());
        return answer.path("status").asString("").equals("success") ? answer.at("/data/result") : answer.path("error");
    }

    @Override
    public void close() throws InterruptedException {
        Tool.end(process);
    }

    private HttpResponse<String> send(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(List<String> values) {
        return String.join(", ", values.stream().map(value -> '"' + value + '"').toList());
    }
}
