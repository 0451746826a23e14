package org.jdfwire.fetcher;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A fetcher as a process of its own, which can be killed as hard as one likes. */
final class FetcherProcess implements AutoCloseable {
    private static final int LAST_LINES = 15;

    private final Process process;
    private final Path output;

    private FetcherProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts one against the broker of the tests, with an inbox in the folder.
     *
     * @param settings {@code key=value}
     */
    static FetcherProcess start(Path folder, List<String> settings) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FetcherApplication.class.getName(),
                "--spring.kafka.bootstrap-servers=" + TestKafka.address(),
                "--server.port=0",
                "--fetcher.sources.inbox.folder=" + folder));
        settings.forEach(setting -> line.add("--" + setting));
        Path output = Files.createTempFile(folder, "console", ".txt");
        return new FetcherProcess(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Returns how often a text stands in what it has printed so far. */
    long printed(String text) {
        try {
            return Files.readString(output)
                    .lines()
                    .filter(line -> line.contains(text))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until something is done; fails with what this process printed last as soon as it has ended or when the time
     * is over. What its threads did then goes to this JVM's output.
     */
    void awaitDone(String what, Duration longest, Callable<Boolean> done) throws Exception {
        try {
            await().atMost(longest).until(() -> done.call() || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            String last = last();
            System.out.println(threads());
            throw new AssertionError("%s: not within %s; the last lines:%n%s".formatted(what, longest, last));
        }
        if (!done.call()) {
            throw new AssertionError("%s: not before it ended with %d; the last lines:%n%s"
                    .formatted(what, process.exitValue(), last()));
        }
    }

    private String last() {
        List<String> lines = console().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** Returns what it printed of its threads when it was asked to. */
    private String threads() throws IOException, InterruptedException {
        int before = console().length();
        signal("QUIT");
        await("the end of a thread dump")
                .atMost(Duration.ofSeconds(30))
                .until(() -> console().indexOf("JNI global refs", before) > 0);
        return console().substring(before);
    }

    String console() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the processor time it has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Sends a signal, such as STOP or CONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("did not stop within 30 s; it had printed:\n" + console());
        }
    }
}
