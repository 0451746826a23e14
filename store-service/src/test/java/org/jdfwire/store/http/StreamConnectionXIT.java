package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.awaitility.Awaitility;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stream's connection says and hears, byte by byte, once it has left WebFlux. */
class StreamConnectionXIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LINES = "Host: x\r\nAccept: application/x-ndjson\r\n\r\n";

    private final StoreRig rig = new StoreRig();
    private final List<Socket> sockets = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        rig.close();
    }

    @Test
    void sendsChunksThatAnotherLibraryReadsToTheirEnd() throws IOException {
        rig.start("store.heartbeat=200ms");
        send(1, 300_000);
        Socket socket = ask("GET /v1/changes HTTP/1.1\r\n" + LINES);
        assertThat(head(socket.getInputStream()))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("\r\ntransfer-encoding: chunked\r\n")
                .containsIgnoringCase("\r\nconnection: close\r\n")
                .containsIgnoringCase("\r\ncontent-type: application/x-ndjson\r\n")
                .containsIgnoringCase("\r\nx-content-type-options: nosniff\r\n");
        awaitMetric("jdfwire_streams_subscribers", 1);
        send(2, 10);
        rig.changes(4);
        awaitMetric("jdfwire_streams_changes_total", 4);

        rig.stop();

        try (InputStream body = new ChunkedInputStream(new SessionInputBufferImpl(8192), socket.getInputStream())) {
            String lines = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(lines.lines().filter(line -> line.startsWith("{\"cursor\":")))
                    .hasSize(4);
        }
        assertThat(socket.getInputStream().read()).as("the connection's end").isEqualTo(-1);
    }

    @Test
    void answersNoRequestThatWasSentBehindTheStreams() throws IOException {
        rig.start("store.heartbeat=200ms");
        String request = "GET /v1/changes HTTP/1.1\r\n" + LINES;
        Socket socket = ask(request + request);
        head(socket.getInputStream());
        Socket late = ask(request);
        head(late.getInputStream());
        awaitMetric("jdfwire_streams_open", 2);
        late.getOutputStream().write((request + "no request at all").getBytes(StandardCharsets.US_ASCII));

        send(1, 10);
        assertThat(readUntil(socket.getInputStream(), "\"cursor\":\"1\"")).doesNotContain("HTTP/1.1");
        assertThat(readUntil(late.getInputStream(), "\"cursor\":\"1\"")).doesNotContain("HTTP/1.1");
        assertThat(metric("jdfwire_streams_open")).isEqualTo(2);
    }

    @Test
    void sendsNoChunksToAClientThatDoesNotKnowThem() throws IOException {
        rig.start("store.heartbeat=200ms");
        Socket socket = ask("GET /v1/changes HTTP/1.0\r\n" + LINES);
        assertThat(head(socket.getInputStream()))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .doesNotContainIgnoringCase("transfer-encoding")
                .doesNotContainIgnoringCase("content-length");
        send(1, 10);
        rig.changes(2);
        awaitMetric("jdfwire_streams_changes_total", 2);
        rig.stop();

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines())
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"))
                .filteredOn(line -> line.startsWith("{\"cursor\":"))
                .hasSize(2);
    }

    @Test
    void aQuestionForTheHeadAloneIsNoStream() throws IOException {
        rig.start("store.heartbeat=200ms");
        Socket socket = ask("HEAD /v1/changes HTTP/1.1\r\n" + LINES);
        assertThat(head(socket.getInputStream()))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("\r\ncontent-type: application/x-ndjson\r\n");
        assertThat(metric("jdfwire_streams_open")).isZero();

        // and the connection goes on
        socket.getOutputStream()
                .write("HEAD /v1/topics HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(head(socket.getInputStream()))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-type: application/json");
    }

    @Test
    void aClientThatGoesInTheMiddleOfAWriteHoldsUpNobody() throws IOException {
        rig.start("store.heartbeat=200ms");
        Socket stays = ask("GET /v1/changes HTTP/1.1\r\n" + LINES);
        head(stays.getInputStream());
        Socket goes = ask("GET /v1/changes HTTP/1.1\r\n" + LINES);
        head(goes.getInputStream());
        awaitMetric("jdfwire_streams_subscribers", 2);
        send(10, 400_000);
        readUntil(goes.getInputStream(), "xxx");
        // with a reset, for much of what it was sent is not read
        goes.setSoLinger(true, 0);
        goes.close();

        awaitMetric("jdfwire_streams_open", 1);
        awaitMetric("jdfwire_streams_subscribers", 1);
        assertThat(readUntil(stays.getInputStream(), "\"topicId\":\"jdf-133-topics-t9"))
                .doesNotContain("HTTP/1.1");
    }

    @Test
    void holdsNothingOfTheExchangesThatBeganItsStreams() throws Exception {
        int count = 40;
        rig.start("store.heartbeat=200ms");
        for (int i = 0; i < count; i++) {
            head(ask("GET /v1/changes HTTP/1.1\r\n" + LINES).getInputStream());
        }
        awaitMetric("jdfwire_streams_subscribers", count);

        assertThat(instances("org.jdfwire.store.http.StreamConnection")).isEqualTo(count);
        // the metrics' question may be under way
        assertThat(instances("reactor.netty.http.server.HttpServerOperations")).isLessThan(10);
        assertThat(instances("org.springframework.web.server.adapter.DefaultServerWebExchange"))
                .isLessThan(10);
        assertThat(instances("io.netty.handler.codec.http.HttpServerCodec")).isLessThan(10);
    }

    @Test
    void speaksTlsAndEndsWithIt() throws Exception {
        Path keys = keys();
        rig.start(
                "store.heartbeat=200ms",
                "server.ssl.key-store=" + keys,
                "server.ssl.key-store-password=changeit",
                "server.ssl.key-store-type=PKCS12",
                "management.server.ssl.enabled=false");
        Socket socket = trusting(keys)
                .getSocketFactory()
                .createSocket("127.0.0.1", rig.uri("/").getPort());
        sockets.add(socket);
        socket.getOutputStream()
                .write(("GET /v1/changes HTTP/1.1\r\n" + LINES).getBytes(StandardCharsets.US_ASCII));
        head(socket.getInputStream());
        send(1, 200_000);
        readUntil(socket.getInputStream(), "\"cursor\":\"1\"");
        awaitMetric("jdfwire_streams_open", 1);

        socket.close();
        awaitMetric("jdfwire_streams_open", 0);
    }

    @Test
    void isNotCompressedWhateverTheServerDoesElsewhere() throws IOException {
        rig.start(
                "store.heartbeat=200ms",
                "server.compression.enabled=true",
                "server.compression.min-response-size=1B",
                "server.compression.mime-types=text/event-stream,application/json");
        assertThat(head(ask("GET /v1/topics HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n")
                        .getInputStream()))
                .containsIgnoringCase("content-encoding: gzip");

        InputStream stream = ask("GET /v1/changes HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                        + "Accept-Encoding: gzip\r\n\r\n")
                .getInputStream();
        assertThat(head(stream)).doesNotContainIgnoringCase("content-encoding");
        assertThat(readUntil(stream, "event: heartbeat")).contains("retry: 3000\n\n");
    }

    @Test
    void isRefusedWhereManyStreamsWouldShareAConnection() {
        assertThatThrownBy(() -> rig.start("server.http2.enabled=true"))
                .hasRootCauseMessage(
                        "server.http2.enabled: true (expected: false; a proxy in front can speak HTTP/2)");
    }

    private void send(int topics, int length) {
        for (int i = 0; i < topics; i++) {
            rig.send(topic(133, "t" + i, page(133, 1, MORNING, "v1"), PARSER, "x".repeat(length)));
        }
    }

    private Socket ask(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", rig.uri("/").getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        sockets.add(socket);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads up to the empty line and no further. */
    private static String head(InputStream stream) throws IOException {
        return readUntil(stream, "\r\n\r\n");
    }

    private static String readUntil(InputStream stream, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!endsWith(read, end)) {
            int next = stream.read();
            if (next < 0) {
                throw new SocketException("the end, after " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static boolean endsWith(StringBuilder text, String end) {
        int start = text.length() - end.length();
        return start >= 0 && text.substring(start).equals(end);
    }

    private void awaitMetric(String name, double value) {
        Awaitility.await().atMost(PATIENCE).until(() -> metric(name) >= value && (value > 0 || metric(name) == 0));
    }

    private double metric(String name) {
        return rig.get(rig.management("/actuator/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Returns how many objects of a class there are after a collection. */
    private static int instances(String type) throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(type))
                .mapToInt(columns -> Integer.parseInt(columns[1]))
                .findFirst()
                .orElse(0);
    }

    private Path keys() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return keys;
    }

    private static SSLContext trusting(Path keys) throws Exception {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(KeyStore.getInstance(keys.toFile(), "changeit".toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
