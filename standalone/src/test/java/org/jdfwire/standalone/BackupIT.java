package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.standalone.command.MaintenanceOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The backup that docs/OPERATIONS.md describes, played: the data folder is copied, destroyed and brought back. */
class BackupIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Printed printed = new Printed();
    private final PrintStream out = printed.stream();
    private Path data;
    private Path backup;

    @BeforeEach
    void name() {
        data = folder.resolve("data");
        backup = folder.resolve("backup");
    }

    /** An atomic snapshot of the file system has what a process leaves that is ended at that moment. */
    @Test
    void aSnapshotBringsBackTheSameFeedWhichGoesOn() throws Exception {
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
            jdfwire.kill();
        }
        copy(data, backup);
        bringBack();
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

    @Test
    void whatWasGivenOutSinceAnOlderBackupIsRefusedAndNeverGivenOutAgain() throws Exception {
        List<JsonNode> kept;
        try (Instance jdfwire = Instance.up(data)) {
            kept = drop(jdfwire, 4, 201, 202);
        }
        copy(data, backup);
        List<JsonNode> lost;
        try (Instance jdfwire = Instance.up(data)) {
            lost = drop(jdfwire, 8, 203, 204).subList(4, 8);
            jdfwire.kill();
        }
        bringBack();
        RestoredCommand.run(MaintenanceOptions.ofRestored(flags()), out);
        assertThat(printed.take()).contains("goes on after " + cursor(kept.get(3)) + " with cursors from " + epoch(1));

        List<JsonNode> journal;
        try (Instance restored = Instance.up(data)) {
            assertThat(restored.journal()).isEqualTo(kept);
            assertRefused(restored, lost, "cursor-from-the-future");
            // more than was lost, so that its places in the log are taken by others
            journal = drop(restored, 10, 205, 206, 207);
            assertThat(journal.subList(0, 4)).isEqualTo(kept);
            assertThat(journal.subList(4, 10))
                    .allSatisfy(change -> assertThat(cursor(change)).isGreaterThan(cursor(lost.get(3))));
            assertThat(offset(journal.get(9))).isGreaterThan(offset(lost.get(3)));
            ChangeChain.assertWhole(journal);

            List<String> before = assertRefused(restored, lost, "unknown-cursor");
            assertThat(before).containsOnly(cursor(kept.get(3)).toString());
            assertThat(restored.get("/v1/changes?limit=1000&since=" + before.get(0))
                            .path("changes")
                            .values())
                    .as("who goes on where the refusal says misses nothing")
                    .isEqualTo(journal.subList(4, 10));
        }
        assertThat(RebuildCommand.run(MaintenanceOptions.ofRebuild(flags()), out))
                .isTrue();
        assertThat(printed.take()).contains("10 changes were made again from Kafka", "in the same hash as before");

        // the same backup once more: only its readers know how far it got meanwhile
        bringBack();
        RestoredCommand.run(
                MaintenanceOptions.ofRestored(
                        flags("--seen", cursor(journal.get(9)).toString())),
                out);
        assertThat(printed.take()).contains("goes on after " + cursor(kept.get(3)) + " with cursors from " + epoch(2));
    }

    private static List<JsonNode> drop(Instance jdfwire, int changes, int... issues) {
        for (int issue : issues) {
            jdfwire.drop("page-" + issue + ".html", page(issue, "On October 1, one."), SamplePages.url(issue));
        }
        await().atMost(PATIENCE).until(() -> jdfwire.journal().size() >= changes && jdfwire.inboxIsEmpty());
        assertThat(jdfwire.journal()).hasSize(changes);
        return jdfwire.journal();
    }

    /** Returns from where each refusal says that its reader can go on, where it says so. */
    private static List<String> assertRefused(Instance jdfwire, List<JsonNode> changes, String problem) {
        return changes.stream()
                .map(change -> jdfwire.get("/v1/changes?since=" + cursor(change)))
                .peek(answer -> {
                    assertThat(answer.path("status").asInt()).isEqualTo(409);
                    assertThat(answer.path("type").asString()).endsWith(problem);
                })
                .map(answer -> answer.path("before").asString(""))
                .toList();
    }

    private void bringBack() throws IOException {
        assertThat(FileSystemUtils.deleteRecursively(data)).isTrue();
        copy(backup, data);
    }

    private List<String> flags(String... more) {
        return Stream.concat(Stream.of("--data", data.toString()), Arrays.stream(more))
                .toList();
    }

    private static String epoch(int number) {
        return Cursor.of(number, 0, 0).toString();
    }

    private static Cursor cursor(JsonNode change) {
        return Cursor.parse(change.path("cursor").asString());
    }

    private static long offset(JsonNode change) {
        return cursor(change).offset();
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
