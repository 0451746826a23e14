package org.jdfwire.standalone.fleet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How long a client stays: after so many bytes of what it is sent it is gone, in the middle of whatever comes then. */
final class Stay {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<Integer> ANSWERED = Set.of(200, 304);

    private int left;

    Stay(int bytes) {
        left = bytes;
    }

    /** The client has gone. */
    static final class Over extends IOException {
        Over() {
            super("gone");
        }
    }

    /** An answer; its body is cut off with the stay. */
    record Answer(int status, String etag, InputStream body) implements AutoCloseable {

        /** Returns the whole body. */
        String text() throws IOException {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }

        /** Ends the connection, unless the body was read to its end. */
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** Asks; fails the test where the answer is neither 200 nor 304. */
    Answer ask(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> response = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (!ANSWERED.contains(response.statusCode())) {
                String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
                throw new AssertionError(request.uri() + " was answered " + response.statusCode() + ": " + body);
            }
            String etag = response.headers().firstValue("etag").orElse("");
            return new Answer(response.statusCode(), etag, new Limited(response.body()));
        } catch (InterruptedException e) {
            throw new InterruptedIOException(request.uri() + ": interrupted");
        }
    }

    /** Takes so many bytes; throws {@link Over} where that is more than were left. */
    void spend(int bytes) throws Over {
        left -= bytes;
        if (left < 0) {
            throw new Over();
        }
    }

    private final class Limited extends FilterInputStream {
        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (length > 0 && left <= 0) {
                throw new Over();
            }
            int read = super.read(buffer, from, Math.min(length, left));
            spend(Math.max(0, read));
            return read;
        }
    }
}
