package org.jdfwire.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site with a topic of each of three months, with a flag, so that there is a rhythm and something to measure. */
public final class ThreeIssues implements AutoCloseable {
    private static final int FIRST = 901;
    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar");
    private static final String PAGE = "<title>TOPICS | JDF - Japan Defense Focus (No.%d)</title>"
            + "<p>Japan Defense Focus No.%d %s. 2026</p><h2>Sample Meeting with Australia</h2>"
            + "<img alt=\"Flag:australia\"><p>On January 5, Minister Sample met a sample guest.</p>";

    private final HttpServer server;

    public ThreeIssues() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/jdf/", exchange -> {
            try (exchange) {
                byte[] body = issue(exchange.getRequestURI().getPath());
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    /** Returns what makes it the fetcher's only source, with a canary a second; each is {@code name=value}. */
    public List<String> settings() {
        int port = server.getAddress().getPort();
        String starts = IntStream.range(FIRST, FIRST + MONTHS.size())
                .mapToObj(number -> "http://127.0.0.1:" + port + "/jdf/no" + number + "/topics.html")
                .collect(Collectors.joining(","));
        return List.of(
                "fetcher.enabled=sample",
                "fetcher.canary.interval=1s",
                "fetcher.sources.sample.kind=site",
                "fetcher.sources.sample.start=" + starts,
                "fetcher.sources.sample.allow-hosts=127.0.0.1",
                "fetcher.sources.sample.allow-ports=" + port,
                "fetcher.sources.sample.interval=1h",
                "fetcher.sources.sample.delay=10ms");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static byte[] issue(String path) {
        int number = Integer.parseInt(path.replaceAll("\\D", ""));
        return PAGE.formatted(number, number, MONTHS.get(number - FIRST)).getBytes(StandardCharsets.UTF_8);
    }
}
