package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.standalone.Warcs.Captured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Ended by force while it imports an archive, again and again, it has each capture exactly once in the end. */
class ArchiveKillIT {
    private static final int PAGES = 100;
    private static final int CAPTURES_A_PAGE = 8;
    private static final int KILLS = 3;

    /** One for each capture, and that each issue is out. */
    private static final int CHANGES = PAGES * (CAPTURES_A_PAGE + 1);

    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");

    @TempDir
    Path data;

    @Test
    void hasEachCaptureOnceInTheEnd() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path archive = data.resolve("sample.warc.gz");
        Warcs.write(archive, captures());
        Instance jdfwire = Instance.up(data);
        long taken = 0;
        int killedInTheMiddle = 0;
        try {
            Files.createDirectories(jdfwire.inbox());
            Files.move(archive, jdfwire.inbox().resolve("sample.warc.gz"));
            for (int kill = 0; kill < KILLS; kill++) {
                Instance running = jdfwire;
                long atLeast = Math.min(
                        PAGES * CAPTURES_A_PAGE, taken + 1 + random.nextInt(PAGES * CAPTURES_A_PAGE / KILLS / 2));
                // the journal is far behind what is taken, so that is asked of the fetcher's log
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> taken(running) >= atLeast);
                if (Files.exists(running.inbox().resolve("sample.warc.gz"))) {
                    killedInTheMiddle++;
                }
                jdfwire.kill();
                jdfwire = Instance.up(data);
                taken = taken(jdfwire);
            }
            Instance last = jdfwire;
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> last.inboxIsEmpty() && last.journal().size() >= CHANGES);

            assertThat(killedInTheMiddle).as("random seed %d", seed).isPositive();
            List<JsonNode> journal = last.journal();
            ChangeChain.assertWhole(journal);
            assertThat(journal).as("random seed %d", seed).hasSize(CHANGES);
            assertThat(observations(journal)).hasSize(PAGES * CAPTURES_A_PAGE);
            assertThat(last.inbox().resolve("done/sample.warc.gz.report.txt"))
                    .content()
                    .startsWith(PAGES * CAPTURES_A_PAGE + " captures, 1 records passed over, 0 broken");
        } finally {
            jdfwire.close();
        }
    }

    /** Returns how many captures the log of the data folder tells of; one that was killed may tell of some twice. */
    private long taken(Instance running) throws IOException {
        assertThat(running.process().isAlive()).isTrue();
        try (Stream<String> lines = Files.lines(data.resolve("jdfwire.log"))) {
            return lines.filter(line -> line.endsWith(" via warc")).count();
        }
    }

    /** Each capture has a text of its own; they come page by page, each page's newest and oldest in turn. */
    private static List<Captured> captures() {
        List<Captured> captures = new ArrayList<>();
        for (int i = 0; i < CAPTURES_A_PAGE; i++) {
            int year = i % 2 == 0 ? CAPTURES_A_PAGE - i : i;
            for (int page = 0; page < PAGES; page++) {
                int issue = 201 + page;
                captures.add(new Captured(
                        SamplePages.url(issue),
                        FIRST.plus(Duration.ofDays(365L * year)),
                        SamplePages.page(issue, "In year " + year + ", a drill.")));
            }
        }
        return captures;
    }

    private static Set<String> observations(List<JsonNode> journal) {
        return journal.stream()
                .filter(change -> change.has("topicId"))
                .map(change -> change.path("topicId").asString() + " at "
                        + change.path("observedAt").asString() + " in "
                        + change.path("page").path("sha256").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
