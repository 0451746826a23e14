package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.command.Import;
import org.jdfwire.standalone.command.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The site as it is today: its HTML asks for a browser, its feeds are served. */
class ChallengedSiteIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String NEWS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- sample feed: invented -->
            <rss version="2.0"><channel><title>見本</title><link>/</link><language>ja</language>
            <item><title>見本の会談</title><link>/j/press/2026/a.html</link><pubDate>Tue, 24 Nov 2026 10:00</pubDate></item>
            <item><title>見本の訓練</title><link>/j/press/2026/b.html</link><pubDate>2026-11-24</pubDate></item>
            <item><title>見本の会談（旧）</title><link>/j/press/2026/a.html</link></item>
            </channel></rss>
            """;

    @TempDir
    Path folder;

    @Test
    void itsFeedsGiveTopicsAndItsPagesComeInAsAnArchive() throws Exception {
        HttpServer site = site();
        String origin = "http://127.0.0.1:" + site.getAddress().getPort();
        int kafkaPort;
        int controllerPort;
        try (Ports ports = new Ports()) {
            kafkaPort = ports.free();
            controllerPort = ports.free();
        }
        Path data = folder.resolve("data");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), kafkaPort, controllerPort);
                DataFolder taken = DataFolder.take(data);
                Standalone jdfwire = Standalone.start(
                        Options.parse(List.of("--port", "0", "--management-port", "0", "--kafka", broker.address())),
                        taken,
                        settings(origin))) {
            await().atMost(SOON).until(() -> topics(jdfwire).size() == 2);
            assertThat(topics(jdfwire))
                    .containsEntry("mod-news-j-press-2026-a", "見本の会談")
                    .containsEntry("mod-news-j-press-2026-b", "見本の訓練");
            await().atMost(SOON).until(() -> fetches(broker.address()).containsKey(origin + "/en/jdf/"));
            FetchRecord challenged = fetches(broker.address()).get(origin + "/en/jdf/");
            assertThat(challenged.outcome()).isEqualTo(Outcome.CHALLENGED);
            await().atMost(SOON)
                    .until(() -> source(jdfwire, "jdf").path("outcome").asString(""), "CHALLENGED"::equals);
            assertThat(source(jdfwire, "jdf").path("challengedSince").asString())
                    .as("as MongoDB keeps times: to the millisecond")
                    .isEqualTo(challenged.since().truncatedTo(ChronoUnit.MILLIS).toString());
            assertThat(source(jdfwire, "mod-news").path("outcome").asString()).isEqualTo("FETCHED");

            String page = origin + "/en/jdf/no400/topics.html";
            Path archive = folder.resolve("jdf.warc.gz");
            Warcs.write(
                    archive,
                    List.of(
                            new Warcs.Captured(
                                    page, Instant.parse("2026-10-02T00:00:00Z"), SamplePages.page(400, "B.")),
                            new Warcs.Captured(
                                    page, Instant.parse("2026-10-01T00:00:00Z"), SamplePages.page(400, "A."))));
            ByteArrayOutputStream console = new ByteArrayOutputStream();
            boolean all = Import.run(
                    List.of("--data", data.toString(), archive.toString()),
                    new PrintStream(console, true, StandardCharsets.UTF_8));

            assertThat(all).isTrue();
            assertThat(console.toString(StandardCharsets.UTF_8))
                    .contains("taken " + archive + ": 2 captures, 1 records passed over, 0 broken");
            await().atMost(SOON).until(() -> topics(jdfwire).size() == 3);
            await().atMost(SOON).until(() -> types(jdfwire).contains("topic.backfilled"));
            assertThat(fetches(broker.address()).get(origin + "/en/jdf/").since())
                    .as("challenged since")
                    .isEqualTo(challenged.since());
        } finally {
            site.stop(0);
        }
    }

    private static List<String> settings(String origin) {
        List<String> settings = new ArrayList<>();
        for (String source : List.of("jdf", "mod-news", "mod-update")) {
            settings.add("fetcher.sources." + source + ".allow-hosts=127.0.0.1");
            settings.add("fetcher.sources." + source + ".allow-ports="
                    + URI.create(origin).getPort());
        }
        settings.addAll(List.of(
                "fetcher.sources.jdf.start=" + origin + "/en/jdf/",
                "fetcher.sources.jdf.prefixes=" + origin + "/en/jdf/",
                "fetcher.sources.jdf.delay=10ms",
                "fetcher.sources.mod-news.feed=" + origin + "/j/rss/news.xml",
                "fetcher.sources.mod-news.delay=10ms",
                "fetcher.sources.mod-update.feed=" + origin + "/j/rss/update.xml",
                "fetcher.sources.mod-update.delay=10ms",
                "fetcher.sources.inbox.prefixes=" + origin + "/en/jdf/"));
        return settings;
    }

    private static HttpServer site() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Cf-Mitigated", "challenge");
            answer(exchange, 403, "text/html", "<p>are you a browser?");
        });
        server.createContext(
                "/robots.txt",
                exchange -> answer(exchange, 200, "text/plain", "User-agent: *\nDisallow: /a/\nDisallow: /sp/j/\n"));
        server.createContext("/j/rss/", exchange -> answer(exchange, 200, "text/xml", NEWS));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> topics(Standalone jdfwire) throws Exception {
        Map<String, String> topics = new HashMap<>();
        for (JsonNode topic : get(jdfwire, "/v1/topics").path("topics")) {
            topics.put(topic.path("topicId").asString(), topic.path("title").asString());
        }
        return topics;
    }

    private static JsonNode source(Standalone jdfwire, String name) throws Exception {
        for (JsonNode source : get(jdfwire, "/v1/sources").path("sources")) {
            if (source.path("name").asString().equals(name)) {
                return source;
            }
        }
        return Json.MAPPER.createObjectNode();
    }

    private static List<String> types(Standalone jdfwire) throws Exception {
        return get(jdfwire, "/v1/changes?limit=1000")
                .path("changes")
                .valueStream()
                .map(change -> change.path("type").asString())
                .toList();
    }

    private static JsonNode get(Standalone jdfwire, String path) throws Exception {
        return Json.MAPPER.readTree(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(jdfwire.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /** Reads the newest record of each URL. */
    private static Map<String, FetchRecord> fetches(String kafka) {
        Map<String, FetchRecord> newest = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Destinations.FETCHES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    FetchRecord read = Json.read(record.value(), FetchRecord.class);
                    newest.put(read.url(), read);
                });
            }
        }
        return newest;
    }
}
