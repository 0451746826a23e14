package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The seed: one page in eight markups, and the seven topics every one of them must give. */
class SeedTest {
    private static final Path SEED = Path.of(System.getProperty("jdfwire.shared", "../shared"), "seed");

    @BeforeEach
    void needsTheSeed() {
        assumeTrue(Files.isDirectory(SEED), "the seed is not beside this clone: " + SEED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsTheSevenTopicsOutOfEachMarkup(int markup) throws IOException {
        assertThat(topics(markup).stream().map(SeedTest::summary).toList()).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void givesTheSameIdsAndHashesWhateverTheMarkup(int markup) throws IOException {
        List<String> first = topics(1).stream().map(SeedTest::identity).toList();
        assertThat(topics(markup).stream().map(SeedTest::identity).toList()).isEqualTo(first);
        assertThat(topics(markup).stream().map(Topic::paragraphs).toList())
                .isEqualTo(topics(1).stream().map(Topic::paragraphs).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsFurnitureOutOfTheParagraphs(int markup) throws IOException {
        String text = topics(markup).stream()
                .flatMap(topic -> topic.paragraphs().stream())
                .reduce("", (a, b) -> a + "\n" + b);
        assertThat(text)
                .doesNotContain("Flag", "PAGE TOP", "HOME", "Tweet", "Ichigaya", "Copyright", "not a topic", "Index");
        assertThat(text).doesNotContain("Recent Defense Ministerial Teleconferences");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesEveryPhotoToItsOwnItem(int markup) throws IOException {
        List<List<String>> photos = topics(markup).stream()
                .map(topic -> topic.images().stream()
                        .map(image -> image.url().replaceAll(".*topics(\\d+)\\.jpg", "$1"))
                        .toList())
                .toList();
        assertThat(photos)
                .isEqualTo(List.of(
                        List.of("01", "02"),
                        List.of("03"),
                        List.of("04"),
                        List.of("05", "06"),
                        List.of("07", "08"),
                        List.of("09"),
                        List.of("10", "11", "12", "13")));
    }

    @Test
    void namesTopicsByHeadingAndPartners() throws IOException {
        assertThat(topics(1).stream().map(Topic::topicId))
                .containsExactly(
                        "jdf-133-topics-recent-defense-ministerial-teleconferences-de",
                        "jdf-133-topics-recent-defense-ministerial-teleconferences-br",
                        "jdf-133-topics-recent-defense-ministerial-teleconferences-in",
                        "jdf-133-topics-recent-defense-ministerial-teleconferences-gb",
                        "jdf-133-topics-recent-defense-ministerial-teleconferences-fr",
                        "jdf-133-topics-japan-us-defense-ministerial-telephone-conference-us",
                        "jdf-133-topics-general-izutsu-chief-of-staff-jasdf-visits-india-in");
    }

    private static List<Topic> topics(int markup) throws IOException {
        return Pages.topics(Pages.URL, Files.readString(SEED.resolve("markup/no133-topics-" + markup + ".html")));
    }

    private static String summary(Topic topic) {
        return topic.title()
                + (topic.group() == null
                        ? ""
                        : " " + topic.group().index() + "/" + topic.group().size()) + " "
                + topic.countries().stream().map(country -> country.code()).toList() + " "
                + topic.occurred().stream()
                        .map(day -> day.start() + ".." + day.end())
                        .toList() + " "
                + topic.paragraphs().size() + " " + topic.kind().text();
    }

    private static String identity(Topic topic) {
        return topic.topicId() + " " + topic.contentHash();
    }

    private static List<String> expected() throws IOException {
        JsonNode topics = Json.read(Files.readAllBytes(SEED.resolve("expected.json")), JsonNode.class)
                .get("topics");
        return StreamSupport.stream(topics.spliterator(), false)
                .map(SeedTest::expected)
                .toList();
    }

    private static String expected(JsonNode topic) {
        JsonNode group = topic.get("group");
        JsonNode days = topic.get("occurred");
        List<String> countries = IntStream.range(0, topic.get("countries").size())
                .mapToObj(i -> topic.get("countries").get(i).asString())
                .toList();
        return topic.get("title").asString()
                + (group.isNull()
                        ? ""
                        : " " + group.get(0).asInt() + "/" + group.get(1).asInt()) + " " + countries
                + " [" + days.get(0).asString() + ".." + days.get(1).asString() + "] "
                + topic.get("paragraphs").asInt() + " " + topic.get("kind").asString();
    }
}
