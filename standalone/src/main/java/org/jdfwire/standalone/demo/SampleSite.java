package org.jdfwire.standalone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * A small site on loopback with invented issues in the shapes of three eras.
 *
 * <p>It plays in acts: a later act's pages stand in front of the earlier acts' ones. Act 1 brings a new issue, act 2 a
 * correction and a withdrawal.
 */
final class SampleSite implements AutoCloseable {
    static final int LAST_ACT = 2;

    private final HttpServer server;
    private volatile int act;

    private SampleSite(HttpServer server, int act) {
        this.server = server;
        this.act = act;
    }

    /** Starts the site at an act; port 0 takes any free one. */
    static SampleSite start(int port, int act) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            SampleSite site = new SampleSite(server, act);
            server.createContext("/", site::answer);
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException("the sample site cannot listen on port " + port, e);
        }
    }

    void play(int nextAct) {
        act = nextAct;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns the address of the site, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] page = path.equals("/robots.txt")
                    ? "User-agent: *\nDisallow: /a/\n".getBytes(StandardCharsets.US_ASCII)
                    : page(path.endsWith("/") ? path + "index.html" : path);
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String etag = '"' + Json.sha256(page).substring(0, 16) + '"';
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", path.endsWith(".txt") ? "text/plain" : "text/html; charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private byte @Nullable [] page(String path) throws IOException {
        for (int shown = act; shown >= 0; shown--) {
            try (InputStream found = SampleSite.class.getResourceAsStream("/sample-site/act" + shown + path)) {
                if (found != null) {
                    return found.readAllBytes();
                }
            }
        }
        return null;
    }
}
