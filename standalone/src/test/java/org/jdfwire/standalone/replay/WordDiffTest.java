package org.jdfwire.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    private static final Country AUSTRALIA = new Country("AU", Country.Evidence.FLAG, "australia");

    @Test
    void marksTheWordsThatDifferAndLeavesOutLinesThatDoNot() {
        assertThat(WordDiff.between(
                        topic(Kind.VISIT, "One & <two> here.", "The same."),
                        topic(Kind.VISIT, "One & <three> here.", "The same.")))
                .containsExactly("paragraphs: One & <[-two-]{+three+}> here.");
    }

    @Test
    void showsValuesThatCameAndWent() {
        assertThat(WordDiff.between(topic(Kind.VISIT, "One.", "Two."), topic(Kind.MEETING, "One.")))
                .containsExactly("kind: [-visit-]{+meeting+}", "[-paragraphs: Two.-]");
    }

    private static Topic topic(Kind kind, String... paragraphs) {
        return new Topic(
                "jdf-133-topics-sample",
                "jdf",
                null,
                "topics",
                "Sample",
                null,
                "en",
                List.of(AUSTRALIA),
                List.of(),
                List.of(),
                List.of(),
                kind,
                Arrays.asList(paragraphs),
                List.of(),
                List.of(),
                new PageRef("https://example.org/en/jdf/no133/topics.html", 1, "0".repeat(64), Instant.EPOCH),
                new Evidence(1, 1, "body"),
                new ParserRef("1", "jdf-2019"),
                "sha256:" + "0".repeat(64));
    }
}
