package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.Renderer.Item;
import org.jdfwire.parser.Renderer.News;
import org.junit.jupiter.api.Test;

/** Whatever the markup, the same logical page gives the same topics. */
class MetamorphicTest {
    private static final int RENDERINGS = Integer.getInteger("jdfwire.renderings", 1_000);

    private static final List<News> PAGE = List.of(
            new News(
                    "Defense Ministers Hold Talks by Telephone",
                    List.of(
                            new Item(
                                    List.of("germany", "japan"),
                                    List.of("On December 15, the two ministers spoke about the sea and the sky."),
                                    1),
                            new Item(
                                    List.of("U.S.", "japan"),
                                    List.of(
                                            "On the same day, a second call was held, and it was long.",
                                            "The ministers agreed to meet in person in the near future."),
                                    2))),
            new News(
                    "Chief of Staff Visits a Neighboring Air Force",
                    List.of(new Item(
                            List.of("india"),
                            List.of(
                                    "From December 9 to 11, the Chief of Staff visited his counterpart.",
                                    "He was shown an aircraft (see photo), and he gave thanks.",
                                    "The visit deepened the friendship between the two air forces."),
                            3))),
            new News(
                    "Band Concert Held in the Capital",
                    List.of(new Item(
                            List.of(),
                            List.of("On January 20, the Central Band gave its yearly concert to a full house."),
                            1))));

    private static final List<String> EXPECTED = List.of(
            "Defense Ministers Hold Talks by Telephone 1/2 [DE, JP] 2020-12-15..2020-12-15 1",
            "Defense Ministers Hold Talks by Telephone 2/2 [US, JP] 2020-12-15..2020-12-15 2",
            "Chief of Staff Visits a Neighboring Air Force [IN] 2020-12-09..2020-12-11 3",
            "Band Concert Held in the Capital [] 2021-01-20..2021-01-20 1");

    @Test
    void givesTheSameTopicsForEveryRendering() {
        List<String> failures = new ArrayList<>();
        for (int seed = 0; seed < RENDERINGS; seed++) {
            Renderer renderer = new Renderer(seed);
            String html = renderer.render(PAGE);
            List<String> seen = seen(html);
            if (!seen.equals(EXPECTED)) {
                failures.add(seed + " " + renderer.choices() + "\n   " + seen);
            }
        }
        System.out.println("renderings: " + RENDERINGS + ", failures: " + failures.size());
        assertThat(failures).isEmpty();
    }

    @Test
    void givesTheSameWordsAndHashesForEveryRendering() {
        List<String> first = null;
        for (int seed = 0; seed < RENDERINGS / 5; seed++) {
            List<String> hashes = Pages.topics(Pages.URL, new Renderer(seed).render(PAGE)).stream()
                    .map(topic -> topic.topicId() + " " + topic.contentHash() + " " + topic.paragraphs())
                    .toList();
            first = first == null ? hashes : first;
            assertThat(hashes).as(new Renderer(seed).choices()).isEqualTo(first);
        }
    }

    private static List<String> seen(String html) {
        ParseResult result = Pages.parse(Pages.URL, html.getBytes(StandardCharsets.UTF_8));
        if (result instanceof ParseResult.Rejected rejected) {
            return List.of(rejected.reject().reason() + " " + rejected.reject().detail());
        }
        return ((ParseResult.Parsed) result)
                .topics().stream().map(MetamorphicTest::seen).toList();
    }

    private static String seen(Topic topic) {
        return topic.title()
                + (topic.group() == null
                        ? ""
                        : " " + topic.group().index() + "/" + topic.group().size()) + " "
                + topic.countries().stream().map(country -> country.code()).toList() + " "
                + (topic.occurred().isEmpty()
                        ? "-"
                        : topic.occurred().get(0).start() + ".."
                                + topic.occurred().get(0).end())
                + " " + topic.paragraphs().size();
    }
}
