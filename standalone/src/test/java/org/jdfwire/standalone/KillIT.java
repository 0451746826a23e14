package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdfwire.contracts.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Ended by force at ten random moments while 200 pages come in, it loses nothing and does nothing twice. */
class KillIT {
    private static final int PAGES = 200;
    private static final int TOPICS_A_PAGE = 3;
    private static final int KILLS = 10;

    @TempDir
    Path data;

    @Test
    void losesNothingAndRepeatsNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Instance jdfwire = Instance.up(data);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                for (int page = kill * PAGES / KILLS; page < (kill + 1) * PAGES / KILLS; page++) {
                    int issue = 201 + page;
                    jdfwire.drop("page-" + issue + ".html", page(issue), SamplePages.url(issue));
                }
                // somewhere between the first look into the inbox and the end of the batch's way
                int changesBefore = random.nextInt(60);
                long deadline = System.nanoTime()
                        + Duration.ofMillis(random.nextInt(2_500)).toNanos();
                Instance running = jdfwire;
                int known = running.journal().size();
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> System.nanoTime() > deadline
                                || running.journal().size() > known + changesBefore);
                jdfwire.kill();
                jdfwire = Instance.up(data);
            }
            Instance last = jdfwire;
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> last.inboxIsEmpty() && last.journal().size() >= PAGES * (TOPICS_A_PAGE + 1));

            List<JsonNode> journal = last.journal();
            ChangeChain.assertWhole(journal);
            assertThat(journal).as("random seed %d", seed).hasSize(PAGES * (TOPICS_A_PAGE + 1));
            assertThat(created(journal)).hasSize(PAGES * TOPICS_A_PAGE);
            // the states follow on the journal
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(last.get("/v1/topics?limit=1000").path("topics").size())
                        .isEqualTo(PAGES * TOPICS_A_PAGE);
                assertThat(last.get("/v1/issues").path("issues").size()).isEqualTo(PAGES);
            });
            for (int issue = 201; issue <= 200 + PAGES; issue++) {
                byte[] page = page(issue);
                await().pollDelay(Duration.ZERO)
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(last.text("/v1/pages/" + Json.sha256(page)))
                                .as("the bytes that are kept")
                                .isEqualTo(new String(page, StandardCharsets.UTF_8)));
            }
        } finally {
            jdfwire.close();
        }
    }

    private static byte[] page(int issue) {
        return SamplePages.page(issue, "On October 1, one.", "On October 2, two.", "On October 3, three.");
    }

    private static Set<String> created(List<JsonNode> journal) {
        return journal.stream()
                .filter(change -> change.path("type").asString().equals("topic.created"))
                .map(change -> change.path("topicId").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
