package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.canary.CanaryPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void oneInstanceOfAGroupSendsToEachPartitionInTurnAndTheOtherTakesOver() {
        String[] settings = {"fetcher.group=canaries", "fetcher.canary.interval=1s"};
        RunningFetcher first = RunningFetcher.watching(folder.resolve("a"), settings);
        try (RunningFetcher second = RunningFetcher.watching(folder.resolve("b"), settings)) {
            await().atMost(SOON).until(() -> sent(first) + sent(second) >= 7);
            await().atMost(SOON).until(() -> senders(first) + senders(second) == 1);
            List<ConsumerRecord<byte[], byte[]>> canaries = TestKafka.read(Destinations.PAGES, CanaryPage.URL);
            assertThat(canaries)
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allSatisfy(canary -> assertThat(canary.value()).isEqualTo(CanaryPage.body()))
                    .allSatisfy(canary -> assertThat(
                                    canary.headers().lastHeader("ce_canary").value())
                            .isEqualTo(CanaryPage.CONTENT_HASH.getBytes(StandardCharsets.UTF_8)))
                    .extracting(ConsumerRecord::partition)
                    .contains(0, 1, 2, 3, 4, 5);
            assertThat(TestKafka.read(Destinations.FETCHES, CanaryPage.URL)).isEmpty();

            first.close();
            double before = sent(second);
            await().atMost(SOON).until(() -> sent(second) > before);
            assertThat(senders(second)).isOne();
        } finally {
            first.close();
        }
    }

    private static double sent(RunningFetcher fetcher) {
        return fetcher.bean(MeterRegistry.class)
                .get("jdfwire.canary.sent")
                .counter()
                .count();
    }

    private static double senders(RunningFetcher fetcher) {
        return fetcher.bean(MeterRegistry.class)
                .get("jdfwire.canary.sender")
                .gauge()
                .value();
    }
}
