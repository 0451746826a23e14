package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Streams: lines of JSON, clients that take nothing, limits, and their end. */
@ExtendWith(OutputCaptureExtension.class)
class StreamsXIT {
    private static final PageRef V1 = page(133, 1, MORNING, "v1");

    private StoreRig rig;

    @BeforeEach
    void prepare() {
        rig = new StoreRig();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void linesAreTheChangesOfTheJournalThenTheLiveOnesThenHeartbeats() {
        rig.start("store.heartbeat=300ms");
        rig.send(topic(133, "germany", V1, PARSER, "One."));
        List<String> before = texts(rig.changes(2));
        try (Lines lines = new Lines(rig.uri("/v1/changes"))) {
            assertThat(lines.next(2)).isEqualTo(before);
            rig.send(topic(133, "germany", page(133, 2, NOON, "v2"), PARSER, "Two."));

            String live = lines.nextChange();
            assertThat(live).isEqualTo(texts(rig.changes(3)).get(2));
            assertThat(lines.next(1))
                    .containsExactly("{\"heartbeat\":\""
                            + rig.changes(3).get(2).get("cursor").asString() + "\"}");
        }
    }

    @Test
    void aHeartbeatBeforeTheFirstChangeHasNoCursor() {
        rig.start("store.heartbeat=200ms");
        try (Lines lines = new Lines(rig.uri("/v1/changes"))) {
            assertThat(lines.next(1)).containsExactly("{\"heartbeat\":null}");
        }
    }

    @Test
    void aClientThatTakesNothingIsCutOffAndMissesNothing() throws IOException {
        rig.start("store.heartbeat=200ms", "store.slow-client=1s");
        int count = 60;
        for (int i = 0; i < count; i++) {
            rig.send(topic(133, "t" + i, V1, PARSER, "x".repeat(400_000)));
        }
        rig.changes(count + 1);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", rig.uri("/").getPort()));
            socket.getOutputStream()
                    .write("GET /v1/changes HTTP/1.1\r\nHost: x\r\nAccept: application/x-ndjson\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> rig.metric("jdfwire_streams_cut_off_total") == 1);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> rig.metric("jdfwire_streams_open") == 0);
            String got = readToTheEnd(socket.getInputStream());
            assertThat(got).contains("\"cursor\":\"0\"").doesNotContain("jdf-133-topics-t" + (count - 1));
        }
    }

    @Test
    void aStreamTooManyOfOneAddressIsRefusedUntilOneEnds() {
        rig.start("store.streams-per-address=2", "store.heartbeat=200ms");
        Lines first = new Lines(rig.uri("/v1/changes"));
        first.next(1);
        try (Lines second = new Lines(rig.uri("/v1/changes"))) {
            second.next(1);
            HttpResponse<String> refused = rig.get(rig.uri("/v1/changes"), "Accept", "text/event-stream");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(rig.get(rig.uri("/v1/changes?wait=1")).statusCode()).isEqualTo(429);
            assertThat(rig.get(rig.uri("/v1/changes")).statusCode()).isEqualTo(200);

            first.close();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> rig.get(rig.uri("/v1/changes?wait=1")).statusCode() == 200);
        }
    }

    @Test
    void aStreamTooManyInAllIsRefused() {
        rig.start("store.streams=1", "store.heartbeat=200ms");
        try (Lines lines = new Lines(rig.uri("/v1/changes"))) {
            lines.next(1);
            HttpResponse<String> refused = rig.get(rig.uri("/v1/changes"), "Accept", "application/x-ndjson");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
        }
    }

    @Test
    void theStoreEndsItsStreamsWhenItStops() {
        rig.start("store.heartbeat=200ms");
        List<Lines> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(new Lines(rig.uri("/v1/changes")));
        }
        clients.forEach(client -> client.next(1));

        rig.stop();

        // read to the last chunk; a connection that was cut would be an error
        assertThat(clients).allSatisfy(client -> assertThat(client.toTheEnd()).isNotNull());
    }

    @Test
    void leavesNoBufferBehindWhetherItsClientsStayOrGo(CapturedOutput output) {
        ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        try {
            rig.start("store.heartbeat=200ms");
            List<Lines> clients = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                clients.add(new Lines(rig.uri("/v1/changes" + (i % 2 == 0 ? "" : "?country=AU"))));
            }
            clients.forEach(client -> client.next(1));
            for (int i = 0; i < 20; i++) {
                rig.send(topic(133, "t" + i, V1, PARSER, "x".repeat(20_000)));
                if (i == 10) {
                    clients.subList(0, 4).forEach(Lines::close);
                }
            }
            rig.changes(21);
            Lines last = clients.get(9);
            last.next(2);
            rig.stop();
            // what is lost is told at the next allocation after its collection
            for (int i = 0; i < 5; i++) {
                System.gc();
                PooledByteBufAllocator.DEFAULT.directBuffer(64).release();
            }
        } finally {
            ResourceLeakDetector.setLevel(before);
        }
        assertThat(output).doesNotContain("LEAK:");
    }

    private static String readToTheEnd(InputStream stream) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[65536];
        try {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException reset) {
            // the end, too
        }
        return text.toString();
    }

    private static List<String> texts(List<JsonNode> changes) {
        return changes.stream().map(JsonNode::toString).toList();
    }

    /** A reader of lines. */
    private static final class Lines implements AutoCloseable {
        private final Stream<String> stream;
        private final Iterator<String> lines;

        Lines(URI uri) {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Accept", "application/x-ndjson")
                    .build();
            try {
                HttpResponse<Stream<String>> response =
                        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
                stream = response.body();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("no stream at " + uri, e);
            }
            lines = stream.iterator();
        }

        List<String> next(int count) {
            List<String> next = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                next.add(lines.next());
            }
            return next;
        }

        String nextChange() {
            String line = lines.next();
            return line.startsWith("{\"heartbeat\":") ? nextChange() : line;
        }

        List<String> toTheEnd() {
            List<String> rest = new ArrayList<>();
            lines.forEachRemaining(rest::add);
            return rest;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
