package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A service as a process of its own that knows only its environment; each life writes a log of its own. */
final class ServiceProcess implements AutoCloseable {
    private static final int EXIT_SECONDS = 30;
    private static final int TERMINATED = 128 + 15;

    private final Class<?> application;
    private final Map<String, String> environment;
    private final Path folder;
    private final List<Path> logs = new ArrayList<>();
    private Process process;

    ServiceProcess(Class<?> application, Map<String, String> environment, Path folder) throws IOException {
        this.application = application;
        this.environment = environment;
        this.folder = Files.createDirectories(folder);
        start();
    }

    void start() throws IOException {
        Path log = Files.createTempFile(folder, application.getSimpleName(), ".log");
        logs.add(log);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        application.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as an orchestrator does, and expects that it goes in time. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS))
                .as("%s ends in %s s; it said %s", application.getSimpleName(), EXIT_SECONDS, log())
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
    }

    /** Returns what it logged in all its lives. */
    String log() {
        return logs.stream().map(ServiceProcess::read).collect(Collectors.joining());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Without the standalone's own classes, whose logging would take the place of the service's. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Files.exists(Path.of(entry, "logback.xml")))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
