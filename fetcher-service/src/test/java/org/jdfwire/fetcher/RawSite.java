package org.jdfwire.fetcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A site that answers byte by byte what it is told to, however wrong; one request a connection, 404 for what it does
 * not have. It listens on several addresses of the loopback interface, IPv6's too where there is one, all at one port.
 */
public final class RawSite implements AutoCloseable {
    private static final Reply NOT_FOUND = text("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

    private static final List<String> HOSTS =
            List.of("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.8", "127.0.0.9", "127.255.255.254", "::1");

    private final List<ServerSocket> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public RawSite() {
        int port = 0;
        for (String host : HOSTS) {
            try {
                ServerSocket server = new ServerSocket();
                server.bind(new InetSocketAddress(InetAddress.getByName(host), port));
                port = server.getLocalPort();
                servers.add(server);
                threads.execute(() -> accept(server));
            } catch (IOException e) {
                if (!host.equals("::1")) {
                    throw new UncheckedIOException(host + ":" + port, e);
                }
                // a machine without IPv6 has no such address to be tricked to
            }
        }
    }

    /** Writes an answer; the connection is closed after it. */
    public interface Reply {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    /** Returns a reply of ready bytes. */
    public static Reply bytes(byte[]... parts) {
        return out -> {
            for (byte[] part : parts) {
                out.write(part);
            }
        };
    }

    public static Reply text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a whole answer, its length stated. */
    public static Reply answer(String status, String headers, byte[] body) {
        return bytes(
                ("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                body);
    }

    public static Reply html(String body) {
        return answer("200 OK", "Content-Type: text/html\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply redirect(String to) {
        return answer("302 Found", "Location: " + to + "\r\n", new byte[0]);
    }

    public void on(String path, Reply reply) {
        replies.put(path, reply);
    }

    /** Returns a reply that begins, then sends one part again and again until nobody reads any more. */
    public Reply endless(String beginning, byte[] part, long pauseMillis) {
        return out -> {
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                out.write(part);
                out.flush();
            }
        };
    }

    public int port() {
        return servers.get(0).getLocalPort();
    }

    /** Returns the paths that were asked for, in order, without robots.txt. */
    public List<String> log() {
        return log.stream().filter(path -> !path.equals("/robots.txt")).toList();
    }

    /** Returns all that was asked for, even by a connection that never said what it wants. */
    public List<String> contacts() {
        return List.copyOf(log);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        for (ServerSocket server : servers) {
            server.close();
        }
        threads.shutdownNow();
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // closed; nobody waits for an answer any more
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String request = in.readLine();
            String path = request == null ? "(nothing)" : request.split(" ")[1];
            log.add(path);
            for (String line = request; line != null && !line.isEmpty(); ) {
                line = in.readLine();
            }
            replies.getOrDefault(path, NOT_FOUND).to(socket.getOutputStream());
            socket.shutdownOutput();
            // whoever closes with something unread resets the connection, and the answer may be lost
            while (in.read() >= 0) {}
        } catch (IOException e) {
            // the client went away, as it may
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
