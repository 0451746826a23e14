package org.jdfwire.fetcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jdfwire.contracts.address.Allowance;

/** A site on a free port of the loopback address, with a log of what it was asked; 404 for what it does not have. */
public final class LocalSite implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Map<String, Held> holds = new ConcurrentHashMap<>();
    private final List<Request> log = new CopyOnWriteArrayList<>();

    private final String host;

    public LocalSite() {
        this("127.0.0.1");
    }

    /** @param host an address of the loopback network; each is a host of its own */
    public LocalSite(String host) {
        this.host = host;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a source must be allowed to watch this site. */
    public Allowance allowance() {
        return new Allowance(Set.of("127.0.0.1"), Set.of(port()));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns the absolute URL of a path. */
    public String url(String path) {
        return "http://" + host + ":" + port() + path;
    }

    public void html(String path, String body) {
        page(path, html(body));
    }

    public void page(String path, Page page) {
        pages.put(path, page);
    }

    public void status(String path, int status) {
        page(path, new Page(status, Map.of(), new byte[0]));
    }

    /** Has the next request for a path wait for its answer, which is this HTML, until it is let go. */
    public Held hold(String path, String body) {
        Held held = new Held(html(body), new CountDownLatch(1), new CountDownLatch(1));
        holds.put(path, held);
        return held;
    }

    public List<Request> log() {
        return List.copyOf(log);
    }

    public List<Request> log(String path) {
        return log.stream().filter(request -> request.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        long began = System.nanoTime();
        String path = exchange.getRequestURI().toString();
        try (exchange) {
            Held held = holds.remove(path);
            Page page = held != null ? held.answer() : pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
            if (held != null) {
                waitUntilLetGo(held);
            }
            boolean known = page.headers().containsKey("ETag")
                    && page.headers().get("ETag").equals(headers.get("if-none-match"));
            page.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            // before the answer is out: whoever has it may look into the log at once
            log.add(new Request(path, headers, began, System.nanoTime()));
            if (known) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
                exchange.getResponseBody().write(page.body());
            }
        }
    }

    private static void waitUntilLetGo(Held held) throws IOException {
        held.come().countDown();
        try {
            held.go().await();
        } catch (InterruptedException e) {
            throw new IOException("closed while a request was held", e);
        }
    }

    private static Page html(String body) {
        return new Page(200, Map.of("Content-Type", "text/html"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** A request that is held: what it will be answered, whether it has come, and whether it may go. */
    public record Held(Page answer, CountDownLatch come, CountDownLatch go) {}

    /** What the site answers. */
    public record Page(int status, Map<String, String> headers, byte[] body) {}

    /** What it was asked, and from when to when that took it, in nanoseconds. */
    public record Request(String path, Map<String, String> headers, long began, long ended) {}
}
