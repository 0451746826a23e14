package org.jdfwire.standalone.watch;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdfwire.standalone.FeedClient;

/** A real Alertmanager with the project's configuration: it knows which alerts explain which others. */
public final class Alertmanager implements AutoCloseable {
    static final Path CONFIGURATION = Path.of("..", "ops", "alertmanager", "alertmanager.yml")
            .toAbsolutePath()
            .normalize();

    private final Process process;
    private final String address;

    private Alertmanager(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one and waits until it answers. */
    public static Alertmanager start(Path folder) throws IOException {
        Files.createDirectories(folder);
        String address = "127.0.0.1:" + Tool.freePort();
        Process process = Tool.start(
                List.of(
                        "prometheus-alertmanager",
                        "--config.file=" + CONFIGURATION,
                        "--storage.path=" + folder,
                        "--web.listen-address=" + address,
                        // one alone
                        "--cluster.listen-address="),
                folder.resolve("alertmanager.log"));
        Alertmanager alertmanager = new Alertmanager(process, address);
        await("alertmanager answers")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> alertmanager.firing().isEmpty());
        return alertmanager;
    }

    /** Returns host and port. */
    public String address() {
        return address;
    }

    /** Returns the names of all alerts that fire. */
    public Set<String> firing() {
        return names("active=true");
    }

    /** Returns the names of those that somebody is told of: that no other one explains. */
    public Set<String> told() {
        return names("active=true&inhibited=false");
    }

    @Override
    public void close() throws InterruptedException {
        Tool.end(process);
    }

    private Set<String> names(String which) {
        Set<String> names = new TreeSet<>();
        new FeedClient("http://" + address)
                .get("/api/v2/alerts?" + which)
                .forEach(alert -> names.add(alert.at("/labels/alertname").asString()));
        return names;
    }
}
