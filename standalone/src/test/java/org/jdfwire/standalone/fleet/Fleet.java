package org.jdfwire.standalone.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdfwire.standalone.CommandProcess;
import org.jdfwire.standalone.FeedClient;
import org.jdfwire.standalone.Inbox;

/** JDF Wire in processes of their own, started, stopped and killed by {@code ops/local/fleet}. */
final class Fleet implements AutoCloseable {
    private static final Path SCRIPT =
            Path.of("..", "ops", "local", "fleet").toAbsolutePath().normalize();
    private static final long LONGEST_MINUTES = 5;

    private final Path data;
    private final Map<String, String> environment;

    /**
     * Starts nothing yet.
     *
     * @param environment what the processes get besides what they know of each other
     */
    Fleet(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /** Starts processes by their names, all where none is named; returns when they are ready. */
    void start(String... names) {
        script("start", names);
    }

    /** Ends processes in good order. */
    void stop(String... names) {
        script("stop", names);
    }

    /** Ends processes by force. */
    void kill(String... names) {
        script("kill", names);
    }

    /** Lets a process do nothing until it goes on or is killed. */
    void freeze(String name) {
        signal("-STOP", name);
    }

    /** Lets a frozen process go on. */
    void thaw(String name) {
        signal("-CONT", name);
    }

    /** Returns the number that the system knows a process by. */
    String pid(String name) {
        return text(data.resolve("fleet").resolve(name + ".pid"));
    }

    private void signal(String signal, String name) {
        run(List.of("kill", signal, pid(name)), Map.of());
    }

    /** Returns the feeds of a store. */
    FeedClient store(String name) {
        return new FeedClient(word(name, "http"));
    }

    /** Returns health and metrics of a service. */
    FeedClient management(String name) {
        String line = line(name);
        return new FeedClient(line.substring(line.lastIndexOf("http")).strip());
    }

    String kafka() {
        return word("servers", "JDFWIRE_KAFKA=");
    }

    String mongodb() {
        return word("servers", "JDFWIRE_MONGODB=");
    }

    Inbox inbox() {
        return new Inbox(data.resolve("inbox"));
    }

    /** Runs {@code jdfwire rebuild} against the servers, which must be running without a store; returns what it prints. */
    String rebuild() {
        try {
            return CommandProcess.run(
                    data,
                    Map.of(),
                    "rebuild",
                    "--data",
                    data.resolve("rebuild").toString(),
                    "--kafka",
                    kafka(),
                    "--mongodb.uri",
                    mongodb());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void script(String command, String... names) {
        List<String> line = new ArrayList<>(
                List.of("bash", SCRIPT.toString(), "--data", data.toString(), "--ports", "free", command));
        line.addAll(List.of(names));
        run(line, environment);
    }

    /** Returns what follows a prefix in the line that tells where a process is. */
    private String word(String name, String prefix) {
        return Arrays.stream(line(name).split(" "))
                .filter(word -> word.startsWith(prefix))
                .map(word -> prefix.endsWith("=") ? word.substring(prefix.length()) : word)
                .findFirst()
                .orElseThrow();
    }

    private String line(String name) {
        return text(data.resolve("fleet").resolve(name + ".address"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(List<String> command, Map<String, String> more) {
        try {
            Path output = Files.createTempFile(data, "command", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(more);
            // what Maven packaged just now is what is tested
            builder.environment().put("FLEET_BUILD", "no");
            Process process = builder.start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            String printed = text(output);
            assertThat(ended && process.exitValue() == 0)
                    .as("%s printed:%n%s", String.join(" ", command), printed)
                    .isTrue();
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
