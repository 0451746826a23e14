package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.fetcher.ledger.Entry;
import org.jdfwire.fetcher.ledger.FetchLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // some fetchers only have to run
class TransactionsIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Each test has a page of its own, for they share one broker. */
    private final String url = "https://" + UUID.randomUUID() + ".example/";

    @TempDir
    private Path folder;

    @TempDir
    private Path otherFolder;

    @Test
    void aPageAndItsRecordAreThereBothOrNeither() {
        try (RunningFetcher fetcher = RunningFetcher.watching(folder)) {
            FetchLog log = fetcher.bean(FetchLog.class);
            int partition = log.partition(url);
            log.claim(partition);

            assertThatNullPointerException().isThrownBy(() -> log.append(partition, Arrays.asList(entry(1), null)));
            assertThat(TestKafka.read(Destinations.PAGES, url)).isEmpty();
            assertThat(TestKafka.read(Destinations.FETCHES, url)).isEmpty();

            log.claim(partition);
            log.append(partition, Arrays.asList(entry(1)));
            assertThat(TestKafka.read(Destinations.PAGES, url)).hasSize(1);
            assertThat(TestKafka.read(Destinations.FETCHES, url)).hasSize(1);
        }
    }

    @Test
    void settlesWhatAnotherLeftOpenBeforeItReads() {
        try (RunningFetcher fetcher = RunningFetcher.watching(folder);
                KafkaProducer<byte[], byte[]> killed = producer(Map.of(
                        "transactional.id",
                        "jdfwire-fetches-" + fetcher.bean(FetchLog.class).partition(url)));
                KafkaProducer<byte[], byte[]> behind = producer(Map.of())) {
            int partition = fetcher.bean(FetchLog.class).partition(url);
            killed.initTransactions();
            killed.beginTransaction();
            byte[] key = url.getBytes(StandardCharsets.UTF_8);
            killed.send(new ProducerRecord<>(Destinations.FETCHES, partition, key, Json.bytes(entry(9).record())));
            killed.flush();
            // a reader of committed records sees nothing behind the open transaction, not even this
            behind.send(new ProducerRecord<>(Destinations.FETCHES, partition, key, Json.bytes(entry(3).record())));
            behind.flush();

            assertThat(fetcher.bean(FetchLog.class).claim(partition)).containsEntry(url, entry(3).record());
        }
    }

    @Test
    void whoClaimedBeforeCanNoLongerPublish() {
        try (RunningFetcher one = RunningFetcher.watching(folder);
                RunningFetcher other = RunningFetcher.watching(otherFolder)) {
            FetchLog cutOff = one.bean(FetchLog.class);
            int partition = cutOff.partition(url);
            cutOff.claim(partition);
            other.bean(FetchLog.class).claim(partition);

            // the broker says so at a send, which the binder wraps, or at the commit
            assertThatThrownBy(() -> cutOff.append(partition, List.of(entry(1))))
                    .satisfies(thrown -> assertThat(Stream.iterate(thrown, Objects::nonNull, Throwable::getCause))
                            .anyMatch(cause -> cause instanceof ProducerFencedException
                                    || cause instanceof InvalidProducerEpochException));
            other.bean(FetchLog.class).append(partition, List.of(entry(2)));
        }

        assertThat(TestKafka.read(Destinations.PAGES, url))
                .extracting(TransactionsIT::version)
                .containsExactly(2);
    }

    @Test
    void twoAtOnceTakeTurnsAndNeverGiveOneVersionTwice() throws IOException {
        try (RunningFetcher one = RunningFetcher.watching(folder);
                RunningFetcher other = RunningFetcher.watching(otherFolder)) {
            for (int i = 1; i <= 4; i++) {
                Path inbox = i % 2 == 0 ? otherFolder : folder;
                Path done = inbox.resolve("done/" + i + ".html");
                drop(inbox, i + ".html", "<p>" + i);
                await().atMost(LONG).until(() -> Files.exists(done));
            }
            drop(folder, "same.html", "<p>4");
            await().atMost(LONG).until(() -> Files.exists(folder.resolve("done/same.html")));
        }

        assertThat(TestKafka.read(Destinations.PAGES, url))
                .extracting(TransactionsIT::version)
                .containsExactly(1, 2, 3, 4);
    }

    private Entry entry(int version) {
        byte[] body = "<p>".getBytes(StandardCharsets.UTF_8);
        String hash = Json.sha256(body);
        Instant at = Instant.parse("2026-11-24T12:00:00Z");
        return new Entry(
                new FetchRecord(
                        url,
                        "inbox",
                        "inbox",
                        url,
                        0,
                        Outcome.FETCHED,
                        null,
                        at,
                        at,
                        at,
                        null,
                        version,
                        hash,
                        null,
                        null,
                        null,
                        List.of()),
                Outcome.FETCHED,
                new PageFetched(new PageRef(url, version, hash, at), Via.FILE, url, null, null, null, "text/html"),
                body);
    }

    private void drop(Path inbox, String name, String page) throws IOException {
        Files.writeString(inbox.resolve(name), "<!-- saved from url=(0000)" + url + " -->" + page);
    }

    private static int version(ConsumerRecord<byte[], byte[]> message) {
        Map<String, Object> raw = new TreeMap<>();
        message.headers().forEach(header -> raw.put(header.key(), header.value()));
        return PageFetched.fromHeaders(EventAttributes.decode(raw)).page().version();
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> all = new TreeMap<>(settings);
        all.put("bootstrap.servers", TestKafka.address());
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
