package org.jdfwire.fetcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fetcher as a process of its own, which can be killed as hard as one likes. */
final class FetcherProcess implements AutoCloseable {
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
