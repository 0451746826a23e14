package org.jdfwire.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void isTheSameForTheSameNews() {
        assertThat(TopicContent.of(Samples.topic("a")).hash())
                .isEqualTo(Samples.topic("a").contentHash());
    }

    @Test
    void differsWithOneWord() {
        assertThat(Samples.topic("a").contentHash())
                .isNotEqualTo(Samples.topic("b").contentHash());
    }

    @Test
    void leavesProvenanceOutOfWhatAPatchNames() {
        Topic topic = Samples.topic("a");

        assertThat(TopicContent.patchable(topic).propertyNames())
                .contains("title", "paragraphs", "countries", "occurred", "images")
                .doesNotContain("topicId", "group", "page", "evidence", "parser", "contentHash");
    }
}
