package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News above the first heading of a page: its own heading is a picture without words, or was lost. */
class HeadlessLeadTest {
    private static final String LEAD = "On January 4, Minister Sugihara lit the lamp of the lighthouse on the cape.";
    private static final String MORE =
            "The lamp can be seen from forty kilometers away, and also from the mess hall of the regiment.";
    private static final String NEWS = "<h3>A Goat for the Regiment</h3><p>On January 9, the regiment at the camp was"
            + " given a goat by the mayor of the town, who had no room for it.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>TOPICS</h2><p>%s</p>%s",
                "<h2>TOPICS</h2><h3><img src=title.png alt=''></h3><p>%s</p>%s",
                "<p>HOME &gt; JDF - Japan Defense Focus &gt; NO.133 TOPICS</p><div><p>%s</p></div>%s"
            })
    void namesNewsAboveTheFirstHeadingByTheSection(String page) {
        List<Topic> topics = Pages.topicsOf(page.formatted(LEAD, NEWS));
        assertThat(Pages.titles(topics)).containsExactly("TOPICS", "A Goat for the Regiment");
        assertThat(topics.get(0).paragraphs()).containsExactly(LEAD);
        assertThat(topics.get(0).occurred()).hasSize(1);
    }

    @Test
    void keepsAllParagraphsAndThePhotosAmongThem() {
        List<Topic> topics = Pages.topicsOf("<p>" + LEAD + "</p><p><img src=lamp.jpg></p><p>" + MORE + "</p>" + NEWS);
        assertThat(topics.get(0).paragraphs()).containsExactly(LEAD, MORE);
        assertThat(topics.get(0).images()).hasSize(1);
        assertThat(topics.get(1).images()).isEmpty();
    }

    @Test
    void namesItAsTheAddressDoesWhereThePageDoesNot() {
        List<Topic> topics = Pages.topics(
                "https://www.mod.go.jp/e/jdf/no44/activities.html",
                "<body><p>" + LEAD + "</p><p>" + MORE + "</p>" + NEWS + "</body>");
        assertThat(Pages.titles(topics)).containsExactly("Activities", "A Goat for the Regiment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a notice: short and of no day
                "<p>The pages of this site are best seen on a large screen.</p>%s",
                // long, and of no day
                "<p>This magazine tells every month of what the ministry and its forces did, of whom they met and of what"
                        + " they have learned, and it is sent to all who have asked for it.</p>%s",
                // what leads elsewhere
                "<p><a href=/en/other.html>On January 4, the ministry opened another site, on lamps and on goats.</a></p>%s"
            })
    void leavesWhatIsNoNews(String page) {
        assertThat(Pages.titles(Pages.topicsOf(page.formatted(NEWS)))).containsExactly("A Goat for the Regiment");
    }

    @Test
    void leavesWhatStandsAboveThePagesHeader() {
        String html = Pages.page("<h2>TOPICS</h2>" + NEWS)
                .replace("<body>", "<body><p>On January 4, this site was moved to another server for good.</p>");
        assertThat(Pages.titles(Pages.topics(Pages.URL, html))).containsExactly("A Goat for the Regiment");
    }

    @Test
    void takesNoPageForOneTopicWhoseHeadingsWereNotFound() {
        String lead = "<p>" + LEAD + "</p><p>" + MORE + "</p><p>" + LEAD.replace("4", "5") + "</p><p>"
                + LEAD.replace("4", "6") + "</p>";
        assertThat(Pages.reject(Pages.URL, Pages.page(lead + NEWS).getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(RejectReason.LOW_CONFIDENCE);
    }
}
