package org.jdfwire.store.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.standardwebhooks.Webhook;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.StoreDatabase;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The clients of {@code docs/clients}, as they are, against a store that goes away and comes back, and killed themselves
 * in the middle. All run at once, since each of them needs the same seconds.
 */
class ClientsXIT {
    private static final Path CLIENTS = Path.of("..", "docs", "clients");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CHANGES = 120;

    /** Client by what it needs to run: a program that is looked for in the path. */
    private static final Map<String, List<String>> COMMANDS = Map.of(
            "follow.py", List.of("python3"),
            "follow.mjs", List.of("node"),
            "follow.sh", List.of("sh"),
            "Follow.java",
                    List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                            .toString()));

    @TempDir
    private static Path folder;

    private static StoreRig rig;
    private static String address;
    private static int published;
    private static List<JsonNode> journal;
    private static final Map<String, Process> RUNNING = new HashMap<>();
    private static final Map<String, Integer> STATUS_WHEN_GONE = new HashMap<>();

    @BeforeAll
    static void run() throws Exception {
        int port = freePort();
        address = "http://127.0.0.1:" + port;
        rig = new StoreRig().start("server.port=" + port, "store.heartbeat=1s");
        startAll();
        publish(CHANGES / 3);
        awaitLines(CHANGES / 3);

        kill();
        for (String client : present()) {
            // what a power failure in the middle of a write leaves
            Files.writeString(file(client), "{\"cursor\":\"7", StandardOpenOption.APPEND);
        }
        publish(CHANGES / 3);
        startAll();
        awaitLines(CHANGES * 2 / 3);

        rig.stop();
        rig.start("server.port=" + port, "store.heartbeat=1s");
        publish(CHANGES / 3);
        awaitLines(CHANGES);
        kill();
        journal = rig.changes(CHANGES + 1);

        try (StoreDatabase database = StoreDatabase.open(rig.mongoUri())) {
            database.trim(
                    Instant.parse(journal.get(CHANGES / 2).get("recordedAt").asString()));
        }
        for (String client : present()) {
            Path old = folder.resolve(client + ".old");
            Files.writeString(old, Files.readAllLines(file(client)).get(0) + "\n");
            Process process = start(client, old);
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(client)
                    .isTrue();
            STATUS_WHEN_GONE.put(client, process.exitValue());
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        kill();
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow.py", "follow.mjs", "follow.sh", "Follow.java"})
    void endsWithExactlyTheJournal(String client) throws IOException {
        assumePresent(client);
        List<JsonNode> got = new ArrayList<>();
        for (String line : Files.readAllLines(file(client))) {
            got.add(Json.MAPPER.readTree(line));
        }
        assertThat(got).containsExactlyElementsOf(journal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow.py", "follow.mjs", "follow.sh", "Follow.java"})
    void saysWhatToDoWhereItsCursorIsGone(String client) throws IOException {
        assumePresent(client);
        assertThat(STATUS_WHEN_GONE).containsEntry(client, 1);
        assertThat(Files.readString(folder.resolve(client + ".log")))
                .contains("before the retained journal", "/v1/topics");
        assertThat(Files.readAllLines(folder.resolve(client + ".old"))).hasSize(1);
    }

    @Test
    void theGuideQuotesThemWordForWord() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "FEEDS.md"));
        for (String client : List.of("follow.py", "follow.mjs", "follow.sh", "Follow.java", "verify.py")) {
            assertThat(guide).contains("\n```\n" + Files.readString(CLIENTS.resolve(client)) + "```\n");
        }
    }

    /** Signed by the reference implementation of Standard Webhooks. */
    @ParameterizedTest
    @CsvSource({"0, true", "-600, false"})
    void theCheckOfASignatureTakesWhatIsGenuineAndFresh(int age, boolean genuine) throws Exception {
        assumePresent("follow.py");
        String secret = "whsec_" + Base64.getEncoder().encodeToString("a secret of 24 bytes    ".getBytes(UTF_8));
        long at = Instant.now().getEpochSecond() + age;
        String signature = new Webhook(secret).sign("msg_1", at, "{\"ü\":1}");

        assertThat(verify("{\"ü\":1}", secret, "msg_1", Long.toString(at), "v1,AAAA " + signature) == 0)
                .isEqualTo(genuine);
        assertThat(verify("{\"ü\":2}", secret, "msg_1", Long.toString(at), signature))
                .isOne();
        assertThat(verify("{\"ü\":1}", secret, "msg_2", Long.toString(at), signature))
                .isOne();
    }

    private static int verify(String body, String... arguments) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("body.json"), body);
        List<String> command =
                new ArrayList<>(List.of("python3", CLIENTS.resolve("verify.py").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static void publish(int count) {
        for (int i = 0; i < count; i++) {
            published++;
            rig.send(topic(
                    133,
                    "germany",
                    page(133, published, MORNING.plusSeconds(published), "v" + published),
                    PARSER,
                    "Text " + published + " – «ü»."));
        }
    }

    private static void startAll() throws IOException {
        for (String client : present()) {
            RUNNING.put(client, start(client, file(client)));
        }
    }

    private static Process start(String client, Path file) throws IOException {
        List<String> command = new ArrayList<>(COMMANDS.get(client));
        command.addAll(List.of(CLIENTS.resolve(client).toString(), address, file.toString()));
        Path log = folder.resolve(client + ".log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static void kill() throws InterruptedException {
        for (Process process : RUNNING.values()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        RUNNING.clear();
    }

    private static void awaitLines(int count) {
        for (String client : present()) {
            Awaitility.await(client).atMost(PATIENCE).until(() -> lines(client) >= count);
        }
    }

    private static long lines(String client) throws IOException {
        if (!Files.exists(file(client))) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file(client))) {
            return lines.count();
        }
    }

    private static List<String> present() {
        return COMMANDS.keySet().stream()
                .filter(client -> missing(client).isEmpty())
                .toList();
    }

    private static void assumePresent(String client) {
        assumeTrue(missing(client).isEmpty(), () -> client + " is not run: there is no " + missing(client) + " here");
    }

    /** Returns which programs a client lacks. */
    private static List<String> missing(String client) {
        Stream<String> needed =
                client.equals("follow.sh") ? Stream.of("sh", "curl", "sed") : COMMANDS.get(client).stream();
        return needed.filter(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .noneMatch(place -> Files.isExecutable(Path.of(place).resolve(program))))
                .toList();
    }

    private static Path file(String client) {
        return folder.resolve(client + ".ndjson");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
