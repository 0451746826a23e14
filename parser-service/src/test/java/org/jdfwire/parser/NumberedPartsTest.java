package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

/** Numbered headings right under another, in a list of news. */
class NumberedPartsTest {
    private static final String PARTS =
            "<h4>1. The Island</h4><p>The island has had a lighthouse since the days of the first"
                    + " keeper.</p><h4>2. The Keepers</h4><p>On January 9, two officers took over the lamp from the last keeper.</p>";

    @Test
    void partTheTopicWhosePhotoRepeatsItsTitle() {
        Topic topic = Pages.topicOf(
                "<h3>Officers Keep a Lighthouse</h3><img src=1.jpg alt='Officers Keep a Lighthouse'>" + PARTS);
        assertThat(topic.title()).isEqualTo("Officers Keep a Lighthouse");
        assertThat(topic.paragraphs()).hasSize(4);
        assertThat(topic.images()).hasSize(1);
    }

    @Test
    void areNewsUnderARubric() {
        assertThat(Pages.topicsOf("<h3>News in Brief</h3>" + PARTS)).hasSize(2);
    }
}
