package org.jdfwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jdfwire.standalone.JdfWire;
import org.jdfwire.standalone.command.DataFolder;

/** {@code ./jdfwire up} in a process of its own, without sources. */
public final class StandaloneProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Path data;
    private final int port = FreePorts.next();
    private final int managementPort = FreePorts.next();
    private final Process process;

    /** Starts it in a folder and returns when it is ready. */
    public StandaloneProcess(Path folder) {
        this(folder, List.of());
    }

    /** The same with further options of the JVM, such as settings of the services as {@code -Dname=value}. */
    public StandaloneProcess(Path folder, List<String> jvmOptions) {
        data = folder.resolve("data");
        Path console = folder.resolve("console.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:+UseSerialGC"));
        command.addAll(jvmOptions);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                JdfWire.class.getName(),
                "up",
                "--sources",
                "none",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--management-port",
                Integer.toString(managementPort)));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("standalone cannot be started", e);
        }
        // a bench that is ended must not leave it running
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-standalone"));
        Waits.until("starting standalone", START, () -> isReady(console));
    }

    private boolean isReady(Path console) {
        try {
            String printed = Files.readString(console);
            if (!process.isAlive()) {
                throw new IllegalStateException("standalone ended: " + printed);
            }
            return printed.contains("JDF Wire is ready");
        } catch (IOException e) {
            throw new UncheckedIOException(console + " cannot be read", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** Returns the address that Prometheus would scrape. */
    public URI metrics() {
        return URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
    }

    public String kafka() {
        return Objects.requireNonNull(DataFolder.kafkaOf(data));
    }

    public String mongodb() {
        return Objects.requireNonNull(DataFolder.databaseOf(data));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
