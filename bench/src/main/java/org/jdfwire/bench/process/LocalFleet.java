package org.jdfwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdfwire.standalone.command.DataFolder;

/** The services in processes of their own, by {@code ops/local/fleet} of the folder that the bench runs in. */
public final class LocalFleet implements AutoCloseable {
    private static final String SCRIPT = "ops/local/fleet";

    private final Path data;

    /** Starts nothing yet; everything is kept in that folder. */
    public LocalFleet(Path data) {
        this.data = data;
    }

    /** Starts processes by their names with these variables of the environment, and returns when they are ready. */
    public void start(Map<String, String> environment, String... names) {
        run("start", environment, names);
    }

    /** Ends processes in good order. */
    public void stop(String... names) {
        run("stop", Map.of(), names);
    }

    public long pid(String name) {
        return Long.parseLong(read(data.resolve("fleet").resolve(name + ".pid")).strip());
    }

    public String kafka() {
        return Objects.requireNonNull(DataFolder.kafkaOf(data));
    }

    /** Ends all of them. */
    @Override
    public void close() {
        stop();
    }

    private void run(String command, Map<String, String> environment, String... names) {
        List<String> line =
                new ArrayList<>(List.of("bash", SCRIPT, "--data", data.toString(), "--ports", "free", command));
        line.addAll(List.of(names));
        Path output = data.resolve("fleet.txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("FLEET_BUILD", "no");
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", line) + " failed: " + read(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(SCRIPT + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
