package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PollRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators' wishes on Kafka in, requests to the site out. */
class PollNowIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final LocalSite site = new LocalSite();

    @TempDir
    private Path inbox;

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void asksForTheStartPageAtOnceAndNotForOtherSources() throws Exception {
        site.html("/en/jdf/", "<p>one");
        try (RunningFetcher fetcher = polling("wished")) {
            await().atMost(SOON).until(() -> fetcher.count(Outcome.FETCHED) == 1);
            site.html("/en/jdf/", "<p>two");
            wish("nobody", Instant.now());
            wish("wished", Instant.now().minusSeconds(3600));
            wish("wished", Instant.now());

            await().atMost(SOON).until(() -> fetcher.count(Outcome.FETCHED) == 2);
            assertThat(heard(fetcher, "late")).isPositive();
            assertThat(heard(fetcher, "unknown")).isPositive();
        }
        assertThat(site.log("/en/jdf/")).hasSize(2);
        assertThat(records())
                .as("it is due in between, as the store shows")
                .anySatisfy(record -> assertThat(record.pollRequestedAt()).isNotNull());
    }

    @Test
    void obeysAWishThatCameWhileItWasDown() throws Exception {
        site.html("/en/jdf/", "<p>one");
        try (RunningFetcher fetcher = polling("wished-before")) {
            await().atMost(SOON).until(() -> fetcher.count(Outcome.FETCHED) == 1);
        }
        wish("wished-before", Instant.now());
        try (RunningFetcher fetcher = polling("wished-before")) {
            await().atMost(SOON).until(() -> fetcher.count(Outcome.UNCHANGED) == 1);
        }
    }

    @Test
    void looksIntoTheInboxAtOnce() throws Exception {
        try (RunningFetcher fetcher = RunningFetcher.watching(inbox, "fetcher.sources.inbox.look-every=1h")) {
            await().atMost(SOON).until(() -> Files.exists(inbox.resolve("done")));
            drop("page.html");
            wish("inbox", Instant.now());

            await().atMost(SOON).until(() -> fetcher.count(Outcome.FETCHED) == 1);
        }
    }

    /** Wishes are heard again by what starts within minutes, so each test has a source of its own. */
    private RunningFetcher polling(String source) {
        String key = "fetcher.sources." + source;
        return RunningFetcher.polling(
                site,
                inbox,
                "fetcher.enabled=" + source,
                key + ".kind=site",
                key + ".start=" + site.url("/en/jdf/"),
                key + ".allow-hosts=127.0.0.1",
                key + ".allow-ports=" + site.port(),
                key + ".interval=1h",
                key + ".delay=0s");
    }

    private void drop(String name) throws IOException {
        String page = "<!-- saved from url=(0047)" + site.url("/en/jdf/saved.html") + " -->\n<p>a sample page";
        Files.writeString(inbox.resolve(name), page);
    }

    private static double heard(RunningFetcher fetcher, String outcome) {
        return fetcher.bean(MeterRegistry.class)
                .get("jdfwire.polls")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private List<FetchRecord> records() {
        return TestKafka.read(Destinations.FETCHES, site.url("/en/jdf/")).stream()
                .map(message -> Json.read(message.value(), FetchRecord.class))
                .toList();
    }

    private static void wish(String source, Instant at) throws InterruptedException, ExecutionException {
        PollRequested wish = new PollRequested(source, at, "ops");
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.address()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Destinations.POLLS, source.getBytes(StandardCharsets.UTF_8), Json.bytes(wish)))
                    .get();
        }
    }
}
