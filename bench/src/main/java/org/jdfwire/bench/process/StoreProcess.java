package org.jdfwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.jdfwire.store.StoreApplication;

/**
 * The real store in a process of its own, with the heap and collector that {@code ./jdfwire} gives it; its broker and its
 * database run here, so that what they use is not counted as the store's.
 */
public final class StoreProcess implements AutoCloseable {
    private static final List<String> JVM = List.of("-Xmx768m", "-XX:+UseSerialGC");
    private static final Duration START = Duration.ofSeconds(90);

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final Process process;
    private final int port;
    private final int managementPort;

    /** Starts broker, database and store in a folder and returns when the store answers. */
    public StoreProcess(Path folder, List<String> jvmOptions, String... settings) {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), FreePorts.next(), FreePorts.next());
        database = EmbeddedDatabase.start(folder.resolve("mongodb"));
        port = FreePorts.next();
        managementPort = FreePorts.next();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoreApplication.class.getName()));
        command.addAll(List.of(
                "--spring.main.web-application-type=reactive",
                "--spring.kafka.bootstrap-servers=" + broker.address(),
                "--spring.mongodb.uri=" + database.uri(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
        for (String setting : settings) {
            command.add("--" + setting);
        }
        Path log = folder.resolve("store.log");
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the store cannot be started", e);
        }
        // a bench that is ended must not leave its store running
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-store"));
        awaitReady(log);
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** Returns the address of the broker: host and port. */
    public String kafka() {
        return broker.address();
    }

    /** Returns the database's connection string. */
    public String mongodb() {
        return database.uri();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
        broker.close();
    }

    private void awaitReady(Path log) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health"))
                .build();
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (IOException notYet) {
                Waits.millis(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new IllegalStateException("the store does not start; its log is " + log);
    }
}
