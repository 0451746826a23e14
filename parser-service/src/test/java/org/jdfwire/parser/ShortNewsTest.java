package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News without a sentence that ends as sentences do, beside other news: none of it is lost. */
class ShortNewsTest {
    private static final String OTHER = "<h2>Over the River</h2><p>On January 7, forty trucks crossed it.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>The brigade was sent on January 20 at 6:30 a.m.</p>",
                "<p>General YUASA visited the Pentagon in Washington, D.C.</p>",
                "<p>The brigade was sent on January 20</p>",
                "<table><tr><th>Date</th><th>Event</th></tr><tr><td>Mar. 4</td><td>Talks with Peru</td></tr></table>",
                "<ul><li>Mar. 4: Talks with Peru</li><li>Mar. 6: Talks with Italy</li></ul>"
            })
    void readsWhatStandsUnderAMarkedHeading(String news) {
        List<Topic> topics = Pages.topicsOf("<h2>Main Exchanges</h2>" + news + OTHER);
        assertThat(Pages.titles(topics)).containsExactly("Main Exchanges", "Over the River");
        assertThat(topics.get(0).paragraphs()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Public Relations Division, Minister's Secretariat, Ministry of Defense</p>",
                "<p>To be continued</p>",
                "<p>See <a href='../no132/topics.html'>the topics of the last issue</a> as well</p>",
                ""
            })
    void leavesHeadingsWithoutNews(String words) {
        assertThat(Pages.titles(Pages.topicsOf("<h2>Main Exchanges</h2>" + words + OTHER)))
                .containsExactly("Over the River");
    }
}
