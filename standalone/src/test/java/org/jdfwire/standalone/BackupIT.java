package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The backup that docs/OPERATIONS.md describes, played: the data folder is copied, destroyed and brought back. */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** An atomic snapshot of the file system has what a process leaves that is ended at that moment. */
    @ParameterizedTest
    @ValueSource(strings = {"stopped and copied", "as an atomic snapshot"})
    void bringsBackTheSameFeedWhichGoesOn(String manner) throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        String feed;
        String topics;
        String token;
        try (Instance jdfwire = Instance.up(data)) {
            token = jdfwire.console()
                    .lines()
                    .filter(line -> line.contains("token, shown once"))
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .findFirst()
                    .orElseThrow();
            assertThat(subscriptions(jdfwire, token, "POST").statusCode()).isEqualTo(201);
            for (int issue = 201; issue <= 203; issue++) {
                jdfwire.drop("page-" + issue + ".html", page(issue, "On October 1, one."), SamplePages.url(issue));
            }
            await().atMost(PATIENCE).until(() -> jdfwire.journal().size() == 6);
            jdfwire.drop("revised.html", page(201, "On October 1, another."), SamplePages.url(201));
            await().atMost(PATIENCE).until(() -> jdfwire.journal().size() == 7);
            feed = jdfwire.text("/v1/changes?limit=1000");
            topics = jdfwire.text("/v1/topics");
            if (manner.equals("as an atomic snapshot")) {
                jdfwire.kill();
            }
        }
        copy(data, backup);
        assertThat(FileSystemUtils.deleteRecursively(data)).isTrue();

        copy(backup, data);
        try (Instance restored = Instance.up(data)) {
            assertThat(restored.console()).as("the tokens are there").doesNotContain("shown once");
            assertThat(restored.text("/v1/changes?limit=1000")).isEqualTo(feed);
            assertThat(restored.text("/v1/topics")).isEqualTo(topics);
            HttpResponse<String> webhooks = subscriptions(restored, token, "GET");
            assertThat(webhooks.statusCode()).isEqualTo(200);
            assertThat(webhooks.body()).contains("https://receiver.example/hook");
            assertThat(subscriptions(restored, "jdfwire_" + "x".repeat(43), "GET")
                            .statusCode())
                    .as("another token")
                    .isEqualTo(401);

            restored.drop("known.html", page(202, "On October 1, one."), SamplePages.url(202));
            restored.drop("next.html", page(204, "On October 4, four."), SamplePages.url(204));
            await().atMost(PATIENCE).until(() -> restored.journal().size() >= 9 && restored.inboxIsEmpty());
            List<JsonNode> journal = restored.journal();
            assertThat(journal).as("what was known makes no change").hasSize(9);
            ChangeChain.assertWhole(journal);
            assertThat(journal.get(7).path("cursor").asLong())
                    .isGreaterThan(journal.get(6).path("cursor").asLong());
        }
    }

    private static byte[] page(int issue, String text) {
        return SamplePages.page(issue, text);
    }

    /** Its filter lets nothing through, so that nobody is asked. */
    private static HttpResponse<String> subscriptions(Instance jdfwire, String token, String method)
            throws IOException, InterruptedException {
        String body = Json.MAPPER
                .createObjectNode()
                .put("url", "https://receiver.example/hook")
                .set(
                        "filter",
                        Json.MAPPER
                                .createObjectNode()
                                .set("country", Json.MAPPER.createArrayNode().add("ZW")))
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(jdfwire.url() + "/v1/subscriptions"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
