package org.jdfwire.store.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/**
 * Readers of other projects that run in Node; a test that asks for one is skipped where node, npm or a registry to install
 * them from is absent.
 */
public final class NodeReaders {
    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path FOLDER = Path.of("target", "node-readers");
    private static boolean installed;

    private NodeReaders() {}

    /** Hands a document to a script of {@code src/test/node} and returns what it prints. */
    public static synchronized JsonNode read(String script, String document) {
        for (String program : List.of("node", "npm")) {
            assumeTrue(isThere(program), () -> script + " is not run: there is no " + program + " here");
        }
        try {
            if (!installed) {
                assumeTrue(install(), () -> script + " is not run: npm found no registry to install its readers from");
                installed = true;
            }
            return Json.MAPPER.readTree(run(document, "node", script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean install() throws IOException {
        Files.createDirectories(FOLDER);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Process process = new ProcessBuilder(
                        "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(FOLDER.toFile())
                // Surefire talks with this JVM through its standard streams
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        return exitStatus(process) == 0;
    }

    private static String run(String input, String... command) throws IOException {
        Path in = Files.createTempFile("jdfwire-reader", ".in");
        Files.writeString(in, input);
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectInput(in.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(in);
        assertThat(exitStatus(process))
                .as("%s: %s", String.join(" ", command), output)
                .isZero();
        return output;
    }

    private static int exitStatus(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(program)));
    }
}
