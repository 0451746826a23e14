package org.jdfwire.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // some fetchers only have to run
class InboxSourceIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    /** Each test has a site of its own, for they share one broker. */
    private final String prefix = "https://" + UUID.randomUUID() + ".example/";

    @TempDir
    private Path folder;

    @Test
    void takes200PagesAndRefusesTheJunkAmongThem() throws IOException {
        for (int i = 0; i < 200; i++) {
            Files.writeString(folder.resolve("page" + i + ".html"), page(i));
        }
        Files.write(folder.resolve("junk.html"), new byte[30 * 1024 * 1024]);
        try (RunningFetcher fetcher = RunningFetcher.watching(folder)) {
            await().atMost(LONG).until(() -> files("done").size() == 200);
            await().atMost(LONG).until(() -> files("failed").size() == 2);
            assertThat(fetcher.count(Outcome.FETCHED)).isEqualTo(200);
        }

        assertThat(TestKafka.read(Destinations.PAGES, prefix)).hasSize(200);
        assertThat(TestKafka.read(Destinations.FETCHES, prefix)).hasSize(200);
    }

    @Test
    void publishesNothingForTheSameBytesInAnotherLife() throws IOException {
        for (int life = 1; life <= 2; life++) {
            Files.writeString(folder.resolve("again" + life + ".html"), page(1));
            try (RunningFetcher fetcher = RunningFetcher.watching(folder)) {
                int taken = life;
                await().atMost(LONG).until(() -> files("done").size() == taken);
            }
        }

        assertThat(TestKafka.read(Destinations.PAGES, prefix)).hasSize(1);
        assertThat(TestKafka.read(Destinations.FETCHES, prefix))
                .extracting(
                        message -> Json.read(message.value(), FetchRecord.class).outcome())
                .containsExactly(Outcome.FETCHED, Outcome.UNCHANGED);
    }

    private List<Path> files(String where) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.toList();
        }
    }

    private String page(int number) {
        return "<!-- saved from url=(0000)" + prefix + number + ".html -->\n<p>page " + number;
    }
}
