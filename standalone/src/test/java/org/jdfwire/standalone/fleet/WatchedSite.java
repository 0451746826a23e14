package org.jdfwire.standalone.fleet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jdfwire.standalone.SamplePages;

/** One page on a site that can ask for a browser or be gone, and a receiver of webhooks that can refuse them. */
final class WatchedSite implements AutoCloseable {
    private static final String PAGE = "/en/jdf/no301/topics.html";

    private final byte[] page = SamplePages.page(301, "On October 1, as ever.");
    private final int port;
    private volatile boolean challenges;
    private volatile boolean refuses;
    private HttpServer server;

    WatchedSite() {
        server = start(0);
        port = server.getAddress().getPort();
    }

    /** Returns what makes it the fetcher's only source, asked often, and a target that webhooks may have. */
    Map<String, String> settings() {
        String source = "FETCHER_SOURCES_SAMPLE_";
        return Map.of(
                "JDFWIRE_SOURCES",
                "sample",
                source + "KIND",
                "site",
                source + "START",
                "http://127.0.0.1:" + port + PAGE,
                source + "ALLOWHOSTS",
                "127.0.0.1",
                source + "ALLOWPORTS",
                String.valueOf(port),
                source + "INTERVAL",
                "2s",
                source + "LONGESTINTERVAL",
                "2s",
                "STORE_WEBHOOKS_HTTP",
                "true",
                "JDFWIRE_WEBHOOK_HOSTS",
                "127.0.0.1",
                "JDFWIRE_WEBHOOK_PORTS",
                String.valueOf(port));
    }

    String receiver() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    void challenges(boolean now) {
        challenges = now;
    }

    void refusesWebhooks(boolean now) {
        refuses = now;
    }

    void vanishes() {
        server.stop(0);
    }

    void returns() {
        server = start(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer start(int onPort) {
        try {
            HttpServer started =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), onPort), 0);
            started.createContext("/hook", exchange -> answer(exchange, refuses ? 503 : 204, new byte[0]));
            started.createContext("/robots.txt", exchange -> answer(exchange, 404, new byte[0]));
            started.createContext("/en/", exchange -> {
                if (challenges) {
                    exchange.getResponseHeaders().set("Cf-Mitigated", "challenge");
                }
                answer(exchange, challenges ? 403 : 200, page);
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
