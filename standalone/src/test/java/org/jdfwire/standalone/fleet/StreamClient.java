package org.jdfwire.standalone.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows a stream, and goes on after the last cursor that it has, be it a change's or a heartbeat's. */
abstract class StreamClient extends ResumingClient {
    private static final String NONE = "";

    private String last = NONE;

    StreamClient(String transport, int changes, int most) {
        super(transport, changes, most);
    }

    /** Server-sent events, continued by {@code Last-Event-ID}; {@code filter} is one of the feed's, or empty. */
    static final class Sse extends StreamClient {
        private final String filter;
        private String id = NONE;
        private String event = "";
        private String data = "";

        Sse(String transport, int changes, int most, String filter) {
            super(transport, changes, most);
            this.filter = filter;
        }

        @Override
        HttpRequest request(String address, String last) {
            // what had not come whole is gone
            id = NONE;
            event = "";
            data = "";
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "?since=earliest&" + filter))
                    .header("Accept", "text/event-stream");
            return (last.equals(NONE) ? request : request.header("Last-Event-ID", last)).build();
        }

        @Override
        void line(String line) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !event.isEmpty()) {
                if (!event.equals("heartbeat")) {
                    take(line(Json.MAPPER.readTree(data)));
                }
                goOnAfter(id);
                event = "";
            }
        }
    }

    /** JSON a line, continued by {@code since}. */
    static final class Ndjson extends StreamClient {
        Ndjson(String transport, int changes, int most) {
            super(transport, changes, most);
        }

        @Override
        HttpRequest request(String address, String last) {
            return HttpRequest.newBuilder(URI.create(address + "?since=" + (last.equals(NONE) ? "earliest" : last)))
                    .header("Accept", "application/x-ndjson")
                    .build();
        }

        @Override
        void line(String line) {
            JsonNode said = Json.MAPPER.readTree(line);
            if (said.has("heartbeat")) {
                goOnAfter(said.path("heartbeat").asString(NONE));
            } else {
                take(line(said));
                goOnAfter(said.path("cursor").asString());
            }
        }
    }

    /** Asks for the stream after a cursor; an empty one stands before the first change. */
    abstract HttpRequest request(String address, String last);

    /** Takes one line of the stream, whole. */
    abstract void line(String line);

    @Override
    void visit(String store, Stay stay) throws IOException {
        try (Stay.Answer answer = stay.ask(request(store + "/v1/changes", last))) {
            String line = next(answer.body());
            while (line != null && !isComplete()) {
                line(line);
                line = isComplete() ? null : next(answer.body());
            }
        }
    }

    void goOnAfter(String cursor) {
        last = cursor;
    }

    /** Returns the next line that has come whole, or null where the stream has ended. */
    private static @Nullable String next(InputStream body) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = body.read(); next != '\n'; next = body.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
