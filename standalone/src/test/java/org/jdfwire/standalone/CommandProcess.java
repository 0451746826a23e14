package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@code jdfwire} command as a process of its own that ends by itself. */
public final class CommandProcess {
    private static final long LONGEST_MINUTES = 5;

    private CommandProcess() {}

    /** Runs it to its end, in success, with these variables of the environment; returns what it printed. */
    public static String run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                JdfWire.class.getName()));
        line.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "command", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        String printed = Files.readString(output);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended && process.exitValue() == 0)
                .as("%s printed:%n%s", String.join(" ", arguments), printed)
                .isTrue();
        return printed;
    }
}
