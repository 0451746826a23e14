package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Ended with SIGTERM while pages flow, the standalone goes in time and without complaint, and the next one goes on. */
class GracefulStopIT {
    private static final int PAGES = 100;
    private static final int STOPS = 2;
    private static final int CHANGES = PAGES * 2;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path data;

    @Test
    void losesAndRepeatsNoPage() throws Exception {
        for (int stop = 0; stop < STOPS; stop++) {
            // close() expects the end within 30 s
            try (Instance jdfwire = Instance.up(data)) {
                int known = jdfwire.journal().size();
                for (int page = stop * PAGES / STOPS; page < (stop + 1) * PAGES / STOPS; page++) {
                    int issue = 201 + page;
                    jdfwire.drop(
                            "page-" + issue + ".html",
                            SamplePages.page(issue, "On October 1, one."),
                            SamplePages.url(issue));
                }
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(PATIENCE)
                        .until(() -> jdfwire.journal().size() > known);
            }
        }
        try (Instance last = Instance.up(data)) {
            await().atMost(PATIENCE)
                    .until(() -> last.inboxIsEmpty() && last.journal().size() >= CHANGES);
            List<JsonNode> journal = last.journal();
            ChangeChain.assertWhole(journal);
            assertThat(journal).hasSize(CHANGES);
            assertThat(journal.stream()
                            .filter(change -> change.path("type").asString().equals("topic.created"))
                            .map(change -> change.path("topicId").asString())
                            .distinct())
                    .hasSize(PAGES);
        }
        assertThat(Files.readAllLines(data.resolve("jdfwire.log")))
                .filteredOn(line -> line.contains(" ERROR "))
                // on a busy machine the embedded broker's controller complains of itself while it starts
                .filteredOn(line -> !line.contains("Controller id=1]") && !line.contains("[ControllerApis nodeId=1]"))
                .isEmpty();
    }
}
