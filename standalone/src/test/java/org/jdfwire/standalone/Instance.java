package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One {@code jdfwire} command as a process of its own, as a user starts it; it can be killed as hard as one likes. */
final class Instance implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final String READY = "JDF Wire is ready: ";

    private final Process process;
    private final Path output;
    private final Path data;

    private Instance(Process process, Path output, Path data) {
        this.process = process;
        this.output = output;
        this.data = data;
    }

    /** Starts {@code up} with every source off but the inbox, on free ports, and waits until it says that it is ready. */
    static Instance up(Path data) throws IOException {
        Instance instance = start(data, "up", "--sources", "none");
        instance.awaitReady();
        return instance;
    }

    static Instance start(Path data, String command, String... flags) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JdfWire.class.getName(),
                command,
                "--data",
                data.toString(),
                "--management-port",
                "0"));
        line.addAll(List.of(flags));
        if (List.of(flags).stream().noneMatch(flag -> flag.startsWith("--port"))) {
            line.addAll(List.of("--port", "0"));
        }
        Files.createDirectories(data);
        Path output = Files.createTempFile(data, "console", ".txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Instance(process, output, data);
    }

    void awaitReady() {
        await().atMost(START).until(() -> console().contains(READY) || !process.isAlive());
        assertThat(console()).contains(READY);
    }

    /** Everything it has printed so far. */
    String console() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    Path inbox() {
        return data.resolve("inbox");
    }

    String url() {
        return console()
                .lines()
                .filter(line -> line.startsWith(READY))
                .map(line -> line.substring(READY.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    JsonNode get(String path) {
        return new FeedClient(url()).get(path);
    }

    String text(String path) {
        return new FeedClient(url()).text(path);
    }

    /** Returns everything Prometheus would scrape. */
    String metrics() {
        String line = console()
                .lines()
                .filter(text -> text.contains("health and metrics"))
                .findFirst()
                .orElseThrow();
        return new FeedClient(line.substring(line.indexOf("http")).strip()).text("/prometheus");
    }

    /** Returns the whole journal, following the cursors from page to page. */
    List<JsonNode> journal() {
        return new FeedClient(url()).journal();
    }

    /** Drops a page with its address beside it into the inbox. */
    void drop(String name, byte[] page, String url) {
        new Inbox(inbox()).drop(name, page, url);
    }

    /** Whether nothing is left in the inbox itself. */
    boolean inboxIsEmpty() {
        return new Inbox(inbox()).isEmpty();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("did not stop within 30 s; it had printed:\n" + console());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
