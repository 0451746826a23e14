package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The one real page, through all of it: dropped into the inbox, read back from the feed. */
class SeedToFeedIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @BeforeAll
    static void needsTheSeed() {
        Seed.assumePresent();
    }

    @Test
    void everyMarkupGivesTheSevenTopicsAndOnlyTheTextCounts() throws Exception {
        try (Instance jdfwire = Instance.up(data)) {
            jdfwire.drop("1.html", Seed.markup(1), Seed.URL);
            awaitChange(jdfwire, 8);
            assertThat(types(jdfwire)).containsExactlyElementsOf(issueThenTopics(7));
            assertSevenTopics(jdfwire);
            Map<String, String> hashes = contentHashes(jdfwire);
            assertThat(hashes).hasSize(7);

            for (int markup = 2; markup <= Seed.MARKUPS; markup++) {
                jdfwire.drop(markup + ".html", Seed.markup(markup), Seed.URL);
            }
            String original = new String(Seed.markup(8), StandardCharsets.UTF_8);
            String oneWord = original.replace("He also visited an", "He also toured an");
            jdfwire.drop("9-one-word.html", oneWord.getBytes(StandardCharsets.UTF_8), Seed.URL);
            // versions of one page are read in order, so seven more markups were read before the ninth change
            JsonNode revised = awaitChange(jdfwire, 9);
            assertThat(revised.path("page").path("version").asInt()).isEqualTo(9);
            assertThat(revised.path("type").asString()).isEqualTo("topic.revised");
            assertThat(revised.path("patch")
                            .valueStream()
                            .map(op -> op.path("path").asString()))
                    .containsExactly("/paragraphs/0");
            hashes.keySet().removeIf(id -> id.contains("izutsu"));
            assertThat(contentHashes(jdfwire)).containsAllEntriesOf(hashes);

            int from = oneWord.lastIndexOf("<ul><li>", oneWord.indexOf("flag_india"));
            int to = oneWord.indexOf("</ul>", from) + "</ul>".length();
            String without = oneWord.substring(0, from) + oneWord.substring(to);
            jdfwire.drop("without.html", without.getBytes(StandardCharsets.UTF_8), Seed.URL);
            JsonNode withdrawn = awaitChange(jdfwire, 10);
            assertThat(withdrawn.path("type").asString()).isEqualTo("topic.withdrawn");
            assertThat(withdrawn.path("topicId").asString()).endsWith("teleconferences-in");

            jdfwire.drop("back.html", oneWord.getBytes(StandardCharsets.UTF_8), Seed.URL);
            JsonNode restored = awaitChange(jdfwire, 11);
            assertThat(restored.path("type").asString()).isEqualTo("topic.restored");
            assertThat(restored.path("topicId")).isEqualTo(withdrawn.path("topicId"));

            jdfwire.drop("again.html", oneWord.getBytes(StandardCharsets.UTF_8), Seed.URL);
            await().atMost(SOON).until(jdfwire::inboxIsEmpty);
            jdfwire.drop("next.html", SamplePages.page(134, "On November 2, a drill."), SamplePages.url(134));
            awaitChange(jdfwire, 13);
            assertThat(types(jdfwire))
                    .as("the same page a second time changes nothing")
                    .hasSize(13);
            ChangeChain.assertWhole(jdfwire.journal());
            assertThat(jdfwire.metrics())
                    .as("one scrape shows all three services")
                    .contains("jdfwire_pages_total{outcome=\"fetched\"}", "jdfwire_parsed", "jdfwire_changes_total");
        }
    }

    private static void assertSevenTopics(Instance jdfwire) throws Exception {
        List<JsonNode> topics = jdfwire.journal().stream()
                .map(change -> change.path("topic"))
                .filter(JsonNode::isObject)
                .toList();
        JsonNode expected = Seed.expectedTopics();
        assertThat(topics).hasSameSizeAs(expected);
        for (int i = 0; i < topics.size(); i++) {
            JsonNode topic = topics.get(i);
            JsonNode wanted = expected.get(i);
            assertThat(topic.path("title")).isEqualTo(wanted.path("title"));
            assertThat(topic.path("group").path("index").asInt(0))
                    .isEqualTo(wanted.path("group").path(0).asInt(0));
            assertThat(topic.path("group").path("size").asInt(0))
                    .isEqualTo(wanted.path("group").path(1).asInt(0));
            assertThat(texts(topic.path("countries"), "code")).isEqualTo(texts(wanted.path("countries"), ""));
            assertThat(topic.path("occurred").size()).isEqualTo(1);
            assertThat(topic.path("occurred").path(0).path("start"))
                    .isEqualTo(wanted.path("occurred").path(0));
            assertThat(topic.path("occurred").path(0).path("end"))
                    .isEqualTo(wanted.path("occurred").path(1));
            assertThat(topic.path("paragraphs").size())
                    .isEqualTo(wanted.path("paragraphs").asInt());
            assertThat(topic.path("kind")).isEqualTo(wanted.path("kind"));
        }
    }

    private static List<String> texts(JsonNode array, String member) {
        return array.valueStream()
                .map(node ->
                        member.isEmpty() ? node.asString() : node.path(member).asString())
                .toList();
    }

    private static Map<String, String> contentHashes(Instance jdfwire) {
        Map<String, String> hashes = new TreeMap<>();
        jdfwire.get("/v1/topics?issue=133&limit=1000")
                .path("topics")
                .forEach(topic -> hashes.put(
                        topic.path("topicId").asString(),
                        topic.path("contentHash").asString()));
        return hashes;
    }

    private static List<String> types(Instance jdfwire) {
        return jdfwire.journal().stream()
                .map(change -> change.path("type").asString())
                .toList();
    }

    private static JsonNode awaitChange(Instance jdfwire, int number) {
        await().atMost(SOON).until(() -> jdfwire.journal().size() >= number);
        return jdfwire.journal().get(number - 1);
    }

    private static List<String> issueThenTopics(int topics) {
        List<String> types = new ArrayList<>(Collections.nCopies(topics + 1, "topic.created"));
        types.set(0, "issue.published");
        return types;
    }
}
