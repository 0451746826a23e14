package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Options;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services stand on is taken away from under them, one after the other. */
class HealthIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void readinessFollowsKafkaAndMongoDbAndLivenessDoesNot() throws Exception {
        int port;
        int controllerPort;
        try (Ports ports = new Ports()) {
            port = ports.free();
            controllerPort = ports.free();
        }
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), port, controllerPort);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("mongodb"));
        try (DataFolder data = DataFolder.take(folder.resolve("data"));
                Standalone jdfwire = Standalone.start(
                        Options.parse(List.of(
                                "--port",
                                "0",
                                "--management-port",
                                "0",
                                "--kafka",
                                broker.address(),
                                "--mongodb.uri",
                                database.uri())),
                        data,
                        List.of("fetcher.enabled=none"))) {
            becomes(200, jdfwire, "readiness");
            becomes(200, jdfwire, "liveness");
            assertThat(get(jdfwire.url() + "/actuator/health").statusCode()).isEqualTo(404);

            broker.close();
            becomes(503, jdfwire, "readiness");
            assertThat(get(jdfwire.managementUrl() + "/health/readiness").body())
                    .contains("\"parserReadiness\":{\"status\":\"DOWN\"}")
                    .contains("\"fetcherReadiness\":{\"status\":\"DOWN\"}")
                    .contains("\"mongo\":{\"status\":\"UP\"}");
            becomes(200, jdfwire, "liveness");
            broker = EmbeddedBroker.start(folder.resolve("kafka"), port, controllerPort);
            becomes(200, jdfwire, "readiness");

            database.close();
            becomes(503, jdfwire, "readiness");
            assertThat(get(jdfwire.managementUrl() + "/health/readiness").body())
                    .contains("\"mongo\":{\"status\":\"DOWN\"}")
                    .contains("\"parserReadiness\":{\"status\":\"UP\"}");
            becomes(200, jdfwire, "liveness");
        } finally {
            database.close();
            broker.close();
        }
    }

    private static void becomes(int status, Standalone jdfwire, String probe) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(jdfwire.managementUrl() + "/health/" + probe))
                        .extracting(HttpResponse::statusCode, HttpResponse::body)
                        .first()
                        .isEqualTo(status));
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
