package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.awaitility.Awaitility;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How streams are framed, by protocol and settings, from their heads to their ends. */
class StreamFramingXIT {
    private static final String REST = "Host: x\r\nAccept: application/x-ndjson\r\n\r\n";

    private final StoreRig rig = new StoreRig();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void areChunksThatAnotherLibraryReadsToTheirEndAndNoneForWhoDoesNotKnowThem() throws IOException {
        rig.start("store.heartbeat=200ms");
        send("before", 300_000);
        rig.changes(2);
        try (RawClient modern = to().say("GET /v1/changes HTTP/1.1\r\n" + REST);
                RawClient old = to().say("GET /v1/changes HTTP/1.0\r\n" + REST)) {
            assertThat(modern.head())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .containsIgnoringCase("\r\ntransfer-encoding: chunked\r\n")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .containsIgnoringCase("\r\ncontent-type: application/x-ndjson\r\n")
                    .containsIgnoringCase("\r\nx-content-type-options: nosniff\r\n");
            assertThat(old.head())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .doesNotContainIgnoringCase("transfer-encoding")
                    .doesNotContainIgnoringCase("content-length");
            send("after", 10);
            awaitMetric("jdfwire_streams_changes_total", 6);

            rig.stop();

            InputStream chunks = new ChunkedInputStream(new SessionInputBufferImpl(8192), modern.stream());
            assertThreeChanges(chunks.readAllBytes());
            assertThat(modern.stream().read()).as("the connection's end").isEqualTo(-1);
            assertThreeChanges(old.stream().readAllBytes());
        }
    }

    @Test
    void areEncryptedWhereTheServerSpeaksTls() throws Exception {
        Path keys = keys();
        rig.start(
                "store.heartbeat=200ms",
                "server.ssl.key-store=" + keys,
                "server.ssl.key-store-password=changeit",
                "server.ssl.key-store-type=PKCS12",
                "management.server.ssl.enabled=false");
        try (RawClient client = new RawClient(trusting(keys)
                .getSocketFactory()
                .createSocket("127.0.0.1", rig.uri("/").getPort()))) {
            client.say("GET /v1/changes HTTP/1.1\r\n" + REST).head();
            send("secret", 200_000);
            client.readUntil("jdf-133-topics-secret");
            awaitMetric("jdfwire_streams_open", 1);
        }
        awaitMetric("jdfwire_streams_open", 0);
    }

    @Test
    void areNotCompressedWhateverTheServerDoesElsewhere() throws IOException {
        rig.start(
                "store.heartbeat=200ms",
                "server.compression.enabled=true",
                "server.compression.min-response-size=1B",
                "server.compression.mime-types=text/event-stream,application/json");
        String compressed = "Host: x\r\nAccept-Encoding: gzip\r\n";
        try (RawClient list = to().say("GET /v1/topics HTTP/1.1\r\n" + compressed + "\r\n")) {
            assertThat(list.head()).containsIgnoringCase("content-encoding: gzip");
        }
        try (RawClient stream =
                to().say("GET /v1/changes HTTP/1.1\r\n" + compressed + "Accept: text/event-stream\r\n\r\n")) {
            assertThat(stream.head()).doesNotContainIgnoringCase("content-encoding");
            assertThat(stream.readUntil("event: heartbeat")).contains("retry: 3000\n\n");
        }
    }

    @Test
    void areRefusedWhereManyWouldShareAConnection() {
        assertThatThrownBy(() -> rig.start("server.http2.enabled=true"))
                .hasRootCauseMessage("server.http2.enabled: true (expected: false; a proxy in front can speak HTTP/2)");
    }

    private static void assertThreeChanges(byte[] lines) {
        assertThat(new String(lines, StandardCharsets.UTF_8).lines())
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"))
                .filteredOn(line -> line.startsWith("{\"cursor\":"))
                .hasSize(3);
    }

    private RawClient to() throws IOException {
        return RawClient.to(rig.uri("/").getPort());
    }

    private void send(String slug, int length) {
        rig.send(topic(133, slug, page(133, 1, MORNING, "v1"), PARSER, "x".repeat(length)));
    }

    private void awaitMetric(String name, double value) {
        Awaitility.await().atMost(RawClient.PATIENCE).until(() -> rig.metric(name) == value);
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
        assertThat(keytool.waitFor(RawClient.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
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
