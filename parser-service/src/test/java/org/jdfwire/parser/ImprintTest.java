package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the magazine says of itself below the last news. */
class ImprintTest {
    private static final String HAIL = "Hail fell on the pier on January 5.";
    private static final String NEWS = "<h2>Hail in Kure</h2><p>" + HAIL + "</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><p>Japan Defense Focus is published every month by the Sample Division.</p><p>Sample Building, 3rd floor</p></div>",
                "<div><img src=qr.png alt='Code'><p>Read JDF on your smartphone.</p></div>",
                "<p>Please send us your comments on Japan Defense Focus.</p>",
                "<table><tr><td>JAPAN DEFENSE FOCUS<br>Edited by the Sample Division</td></tr></table>",
                "<div><p>Comments on JDF are welcome. Write to the Sample Division.</p></div><p>Copyright Ministry of Defense. All rights reserved.</p>",
                "<div><p>Follow us on Twitter @sample_sample</p></div>"
            })
    void belongsToNoNews(String imprint) {
        Topic topic = Pages.topicOf(NEWS + imprint);
        assertThat(topic.paragraphs()).containsExactly(HAIL);
        assertThat(topic.images()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // news follows
                "<div><p>JDF is published monthly by the Sample Division.</p></div><p>The hail melted on the next day.</p>",
                // of the news itself
                "<p>A photo of it is in the JDF published by the Sample Division.</p>",
                "<div><p>Send your comments on the hail to the Sample Division.</p></div>"
            })
    void leavesWordsOfTheNews(String words) {
        assertThat(Pages.topicOf(NEWS + words).paragraphs()).hasSizeGreaterThan(1);
    }

    @Test
    void leavesNewsOnTheMagazine() {
        List<Topic> topics = Pages.topicsOf(
                NEWS + "<div><h2>A New Edition</h2><p>JDF is now published for smartphones every month.</p></div>");
        assertThat(Pages.titles(topics)).containsExactly("Hail in Kure", "A New Edition");
    }
}
