package org.jdfwire.standalone.fleet;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A receiver of webhooks that is wrong about every so many changes when it is sent them first, and then takes them. */
final class UnreliableReceiver implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20;

    private final Fault fault;
    private final int every;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<String> cursors = new HashSet<>();
    private volatile @Nullable Webhook secret;
    private volatile String subscription = "";

    /** What it does wrong. */
    enum Fault {
        NONE(""),
        FAILS("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
        HANGS(""),
        REDIRECTS("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"),
        THROTTLES("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"),
        SAYS_GONE("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n"),
        TALKS_GARBAGE("\u0001\u0002 200 OK, or so\r\n\r\n");

        private final String answer;

        Fault(String answer) {
            this.answer = answer;
        }
    }

    /** One request, by its path, its id and the change in it, and whether it was taken. */
    record Attempt(String path, String webhookId, JsonNode change, boolean taken) {}

    /** Listens on a free port of the loopback interface; sockets decide whether with TLS. */
    UnreliableReceiver(Fault fault, int every, ServerSocketFactory sockets) {
        this.fault = fault;
        this.every = every;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to answer, knowing its subscription and the secret of that. */
    void begin(String id, String whsec) {
        subscription = id;
        try {
            secret = new Webhook(whsec);
        } catch (EmptyWebhookSecretException e) {
            throw new AssertionError(e);
        }
        threads.execute(this::accept);
    }

    /** Returns the path of its subscription. */
    String subscription() {
        return "/v1/subscriptions/" + subscription;
    }

    Fault fault() {
        return fault;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns every request so far, in order. */
    List<Attempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return fault.toString();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            String path = line(in).split(" ")[1];
            Map<String, List<String>> headers = headers(in);
            String body = new String(
                    in.readNBytes(Integer.parseInt(headers.get("content-length").get(0))), StandardCharsets.UTF_8);
            secret.verify(body, headers);
            JsonNode change = Json.MAPPER.readTree(body).path("data");
            boolean taken = note(path, headers.get("webhook-id").get(0), change);
            OutputStream out = socket.getOutputStream();
            String answer = taken ? "HTTP/1.1 204 No Content\r\n\r\n" : fault.answer;
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (taken || fault != Fault.HANGS) {
                socket.shutdownOutput();
            }
            // one that hangs stays until the sender has gone
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException goneInTheMiddle) {
            return;
        } catch (WebhookVerificationException e) {
            // it shows as a change that never came
            throw new IllegalStateException(e);
        }
    }

    private boolean note(String path, String webhookId, JsonNode change) {
        synchronized (attempts) {
            boolean first = cursors.add(change.path("cursor").asString());
            boolean taken = fault == Fault.NONE || !first || cursors.size() % every != 0;
            attempts.add(new Attempt(path, webhookId, change, taken));
            return taken;
        }
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    List.of(line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > MOST_BYTES) {
                throw new IOException("ended in the middle of its head");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
