package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.http.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** The limits of fetcher, broker and parser agree: what one lets through, the next one takes. */
class LargestPageIT {
    private static final Path PARSER_SETTINGS = Path.of("../parser-service/src/main/resources/parser.yml");
    private static final String CONSUMER_SETTINGS = "spring.cloud.stream.kafka.binder.consumer-properties.";

    private final LocalSite site = new LocalSite();

    @TempDir
    private Path inbox;

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {Limits.PAGE_BYTES, Limits.MOST_PAGE_BYTES})
    void bringsAPageOfExactlyTheLimitToAConsumerWithTheParsersSettings(int limit) throws IOException {
        byte[] largest = incompressible(limit);
        site.page("/en/jdf/", new LocalSite.Page(200, Map.of("Content-Type", "text/html"), largest));
        try (RunningFetcher fetcher = RunningFetcher.polling(
                site, inbox, "fetcher.sources.it.interval=1h", "fetcher.limits.page=" + limit + "B")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> fetcher.count(Outcome.FETCHED) == 1);
        }

        assertThat(receivedByTheParser())
                .singleElement()
                .satisfies(page -> assertThat(page.value()).isEqualTo(largest));
    }

    @Test
    void refusesALargerOneAndGoesOnWithTheNext() throws IOException {
        site.html("/en/jdf/", "<a href=a.html>a</a><a href=b.html>b</a>");
        site.page(
                "/en/jdf/a.html",
                new LocalSite.Page(200, Map.of("Content-Type", "text/html"), incompressible(Limits.PAGE_BYTES + 1)));
        site.html("/en/jdf/b.html", "<p>b");
        try (RunningFetcher fetcher = RunningFetcher.polling(site, inbox, "fetcher.sources.it.interval=1h")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> fetcher.count(Outcome.FETCHED) == 2);
            assertThat(fetcher.count(Outcome.TOO_LARGE)).isEqualTo(1);
        }

        assertThat(receivedByTheParser())
                .extracting(page -> new String(page.key()))
                .containsExactlyInAnyOrder(site.url("/en/jdf/"), site.url("/en/jdf/b.html"));
    }

    /** Reads what this site's pages became, all partitions in one group, as the parser does. */
    private List<ConsumerRecord<byte[], byte[]>> receivedByTheParser() throws IOException {
        Map<String, Object> settings = new HashMap<>();
        for (var source : new YamlPropertySourceLoader().load("parser", new FileSystemResource(PARSER_SETTINGS))) {
            EnumerablePropertySource<?> properties = (EnumerablePropertySource<?>) source;
            for (String name : properties.getPropertyNames()) {
                if (name.startsWith(CONSUMER_SETTINGS)) {
                    settings.put(
                            name.substring(CONSUMER_SETTINGS.length()),
                            properties.getProperty(name).toString());
                }
            }
        }
        assertThat(settings).containsKeys("isolation.level", "max.partition.fetch.bytes", "fetch.max.bytes");
        settings.put("bootstrap.servers", TestKafka.address());
        settings.put("group.id", "largest-page-" + site.port());
        int expected = TestKafka.read(Destinations.PAGES, site.url("/")).size();
        try (Consumer<byte[], byte[]> consumer = new DefaultKafkaConsumerFactory<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .createConsumer()) {
            consumer.subscribe(List.of(Destinations.PAGES));
            List<ConsumerRecord<byte[], byte[]>> received = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (new String(record.key()).startsWith(site.url("/"))) {
                        received.add(record);
                    }
                });
                return received.size() >= expected;
            });
            return received;
        }
    }

    private static byte[] incompressible(int size) {
        byte[] bytes = new byte[size];
        new Random(133).nextBytes(bytes);
        return bytes;
    }
}
