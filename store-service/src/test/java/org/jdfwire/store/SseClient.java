package org.jdfwire.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A reader of server-sent events that keeps what it got. */
public final class SseClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private String id = "";
    private String type = "";
    private String data = "";

    public record Event(String id, String type, String data) {}

    public SseClient(URI uri) {
        this(uri, null);
    }

    SseClient(URI uri, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            lines = HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no stream at " + uri, e);
        }
        Thread reader = new Thread(this::read, "sse-client");
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits for that many changes and returns all that came. */
    public List<Event> changes(int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> events.stream()
                                .filter(event -> !event.type().equals("heartbeat"))
                                .toList(),
                        changes -> changes.size() >= count);
    }

    /** Waits for a heartbeat after the last change. */
    Event heartbeat() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !events.isEmpty()
                        && events.get(events.size() - 1).type().equals("heartbeat"));
        return events.get(events.size() - 1);
    }

    @Override
    public void close() {
        lines.close();
    }

    private void read() {
        try {
            lines.forEach(this::read);
        } catch (UncheckedIOException closed) {
            // the test has closed the stream
        }
    }

    private void read(String line) {
        if (line.isEmpty()) {
            if (!type.isEmpty()) {
                events.add(new Event(id, type, data));
            }
            type = "";
            data = "";
        } else if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            type = line.substring(7);
        } else if (line.startsWith("data: ")) {
            data = line.substring(6);
        }
    }
}
