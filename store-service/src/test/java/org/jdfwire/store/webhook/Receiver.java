package org.jdfwire.store.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver of webhooks on the loopback that answers what it is told to, however wrong; 204 where it is told nothing. */
public final class Receiver implements AutoCloseable {
    public static final Reply TAKEN = status("204 No Content", "");

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger contacts = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    public Receiver() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Writes an answer; the connection is closed after it. */
    public interface Reply {
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came: names of headers in lower case. */
    public record Request(String line, Map<String, String> headers, byte[] body) {
        public String id() {
            return headers.get("webhook-id");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public static Reply status(String status, String headers) {
        return text("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n");
    }

    public static Reply text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing for as long as it lives. */
    public Reply silence() {
        return out -> closed.await();
    }

    /** Begins as it is told and then sends more and more. */
    public Reply endless(String beginning) {
        return out -> {
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            byte[] more = new byte[1024];
            while (closed.getCount() > 0) {
                out.write(more);
            }
        };
    }

    /** Begins as it is told and then sends a letter now and then. */
    public Reply dripping(String beginning) {
        return out -> {
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write('a');
                out.flush();
            }
        };
    }

    public Receiver next(Reply... inOrder) {
        replies.addAll(List.of(inOrder));
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook?a=b";
    }

    /** Returns what it was asked, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Returns the ids of what it was asked, in order. */
    public List<String> ids() {
        return requests.stream().map(Request::id).toList();
    }

    /** Returns the ids of what it took, in order. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** Returns how many connections were made, those that asked nothing too. */
    public int contacts() {
        return contacts.get();
    }

    /** Returns how many requests waited for their answer at once at most. */
    public int mostOpen() {
        return mostOpen.get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                contacts.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // closed
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            Request request = read(in);
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            Reply told = replies.poll();
            Reply reply = told == null ? TAKEN : told;
            requests.add(request);
            if (reply == TAKEN) {
                taken.add(request.id());
            }
            // with the first bytes of the answer the sender may go on, before this thread does
            open.decrementAndGet();
            reply.to(socket.getOutputStream());
            socket.shutdownOutput();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the sender went away, as it may
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(": ", 2);
            if (parts.length < 2) {
                throw new IOException("no HTTP: " + line);
            }
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Request(line, headers, in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("ended in the middle of its head");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
