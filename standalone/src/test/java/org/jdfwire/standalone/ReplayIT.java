package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.standalone.command.DataFolder;
import org.jdfwire.standalone.replay.ChangePrinter;
import org.jdfwire.standalone.replay.ExpectedChange;
import org.jdfwire.standalone.replay.Replay;
import org.jdfwire.standalone.replay.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two thousand stored pages read once more with a changed rule, beside a running instance. */
class ReplayIT {
    private static final int PAGES = 2_000;
    private static final int SECOND_VERSIONS = 200;
    private static final int TOPICS_A_PAGE = 2;
    private static final List<String> SECTIONS = List.of("topics", "activities", "news", "meeting");
    private static final Instant BEGUN = Instant.parse("2026-11-01T00:00:00Z");
    private static final String PATCH = "[{\"op\":\"add\",\"path\":\"/organizations/0\",\"value\":\"Harbor Master\"}]";
    private static final String NEXT = "9.9.9";

    @TempDir
    Path data;

    @Test
    void givesTheReparsedChangesThatTheDryRunTold() throws Exception {
        try (Instance jdfwire = Instance.up(data);
                PageShelf shelf = new PageShelf(DataFolder.kafkaOf(data))) {
            TreeMap<String, String> expected = store(shelf);
            int before = PAGES / SECTIONS.size() + PAGES * TOPICS_A_PAGE + SECOND_VERSIONS;
            await().atMost(Duration.ofSeconds(180)).until(() -> shelf.end(Destinations.CHANGES) >= before);
            long topicsEnd = shelf.end(Destinations.TOPICS);

            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            List<ExpectedChange> told = new ArrayList<>();
            Summary dry = replay(printed).dryRun(told::add);
            assertThat(printed.toString(StandardCharsets.UTF_8)).contains("2000 of 2000 done");
            assertThat(dry.stored()).isEqualTo(PAGES + SECOND_VERSIONS);
            assertThat(dry.parsed()).isEqualTo(PAGES);
            assertThat(ids(told)).isEqualTo(expected);
            assertThat(shelf.end(Destinations.TOPICS))
                    .as("nothing is published")
                    .isEqualTo(topicsEnd);

            Summary real = replay(printed).run(change -> {});
            assertThat(real.changes()).isEqualTo(dry.changes());
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> shelf.end(Destinations.CHANGES) >= before + expected.size());
            List<JsonNode> journal = jdfwire.journal();
            ChangeChain.assertWhole(journal);
            assertThat(made(journal.subList(before, journal.size()))).isEqualTo(expected);

            long replayedEnd = shelf.end(Destinations.TOPICS);
            Summary second = replay(printed).run(told::add);
            assertThat(second.answered()).isEqualTo(PAGES);
            assertThat(second.parsed() + second.refused()).isZero();
            assertThat(shelf.end(Destinations.TOPICS))
                    .as("a second run has nothing to do")
                    .isEqualTo(replayedEnd);
            System.out.println("dry run:\n" + dry.text() + "\nreplay:\n" + real.text());
            told.stream().limit(1).forEach(new ChangePrinter(System.out)::print);
        }
    }

    private Replay replay(ByteArrayOutputStream printed) {
        return new Replay(
                DataFolder.kafkaOf(data),
                new ChangedParser(
                        NEXT,
                        topics -> topics.stream()
                                .map(ReplayIT::namingTheHarborMaster)
                                .toList()),
                NEXT,
                null,
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /** The changed rule: whose text names a harbor is about its master too. */
    private static ObjectNode namingTheHarborMaster(ObjectNode topic) {
        if (topic.path("paragraphs").toString().contains("harbor")) {
            topic.putArray("organizations").add("Harbor Master");
        }
        return topic;
    }

    /** Stores the pages, some of them twice, and returns the ids of the changes that the rule must make. */
    private static TreeMap<String, String> store(PageShelf shelf) {
        TreeMap<String, String> expected = new TreeMap<>();
        for (int i = 0; i < PAGES; i++) {
            int issue = 113 + i / SECTIONS.size();
            String section = SECTIONS.get(i % SECTIONS.size());
            String url = "https://www.mod.go.jp/en/jdf/no" + issue + "/" + section + ".html";
            String second = i % 3 == 0 ? "the harbor" : "the airfield";
            Instant at = BEGUN.plusSeconds(i);
            PageRef page = shelf.put(url, page(issue, "one", second), at);
            if (i < SECOND_VERSIONS) {
                // a revision of its first topic
                page = shelf.put(url, page(issue, "two", second), at.plusSeconds(60));
            }
            if (i % 3 == 0) {
                String topicId = "jdf-" + issue + "-" + section + "-sample-topic-b-with-australia-au";
                expected.put(topicId + "@" + page.version() + "." + NEXT + "#0", PATCH);
            }
        }
        shelf.flush();
        return expected;
    }

    private static byte[] page(int issue, String first, String second) {
        return SamplePages.page(
                issue,
                "On October 1, the sample minister met number " + first + " of his guests.",
                "On October 2, the sample minister saw " + second + " of the town.");
    }

    private static TreeMap<String, String> ids(List<ExpectedChange> changes) {
        TreeMap<String, String> ids = new TreeMap<>();
        for (ExpectedChange expected : changes) {
            assertThat(expected.change().type().text()).isEqualTo("topic.reparsed");
            ids.put(expected.change().id(), String.valueOf(expected.change().patch()));
        }
        assertThat(ids).hasSameSizeAs(changes);
        return ids;
    }

    private static TreeMap<String, String> made(List<JsonNode> changes) {
        TreeMap<String, String> made = new TreeMap<>();
        for (JsonNode change : changes) {
            assertThat(change.path("type").asString()).isEqualTo("topic.reparsed");
            made.put(change.path("id").asString(), change.path("patch").toString());
        }
        assertThat(made).hasSameSizeAs(changes);
        return made;
    }
}
