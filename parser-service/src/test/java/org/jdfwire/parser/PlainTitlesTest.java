package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles that are plain lines: beside bold lines, beside questions, and beside lines that part what stands under them. */
class PlainTitlesTest {
    private static final String STORY = "https://www.mod.go.jp/en/jdf/no133/specialfeature.html";
    private static final String FERRY =
            "<div>On January 5, a ferry of the engineers crossed the lake with forty cows.</div>";
    private static final String BARN = "<div>The farmers had waited for it in their barns for a week.</div>";
    private static final String MILL = "<div>On January 8, members repaired the wheel of a mill.</div>";

    @ParameterizedTest
    @ValueSource(strings = {"Thanks of the Farmers", "Q Who Milked the Cows on the Ferry?"})
    void titlesAStoryByThePlainLineAboveABoldOne(String bold) {
        List<Topic> topics = Pages.topics(
                STORY,
                Pages.page("<p class=a>Forty Cows Cross a Lake</p>" + FERRY + "<p><b>" + bold + "</b></p>" + BARN));
        assertThat(Pages.titles(topics)).containsExactly("Forty Cows Cross a Lake");
        assertThat(topics.get(0).paragraphs()).hasSize(3).contains(bold);
    }

    @Test
    void partsNewsWithPlainTitlesByBoldLines() {
        assertThat(Pages.titles(Pages.topicsOf("<p class=a>Forty Cows Cross a Lake</p>" + FERRY
                        + "<p><b>Thanks of the Farmers</b></p>" + BARN + "<p class=a>A Mill Turns Again</p>" + MILL)))
                .containsExactly("Forty Cows Cross a Lake", "A Mill Turns Again");
    }

    @Test
    void losesNoNewsWhoseTitleAloneIsNotBold() {
        List<Topic> topics = Pages.topicsOf(
                "<p>Forty Cows Cross a Lake</p>" + FERRY + BARN + "<p><b>A Mill Turns Again</b></p>" + MILL);
        assertThat(Pages.titles(topics)).containsExactly("Forty Cows Cross a Lake", "A Mill Turns Again");
        assertThat(topics.get(0).paragraphs()).hasSize(2);
    }

    @Test
    void takesNoLineWithSmallInitialsAboveABoldOneForATitle() {
        assertThat(Pages.titles(Pages.topicsOf("<p>words for those who came here by chance</p>"
                        + "<p>All that follows is written for members.</p><p><b>A Mill Turns Again</b></p>" + MILL
                        + BARN + FERRY)))
                .containsExactly("A Mill Turns Again");
    }

    @Test
    void takesTheQuestionsOfAnInterviewForNoTitles() {
        Topic topic = Pages.topicOf("<h3>Interview with a Miller</h3><h4>Q What Does a Mill Grind in May?</h4>"
                + "<p>A. It grinds the rye of the year before.</p><h4>Q Who Eats All the Bread?</h4>"
                + "<p>A. The members of two camps eat it.</p>");
        assertThat(topic.title()).isEqualTo("Interview with a Miller");
        assertThat(topic.paragraphs()).hasSize(4);
    }

    @Test
    void keepsATitleThatBeginsWithTheLetterOfAQuestion() {
        assertThat(Pages.titles(Pages.topicsOf(
                        "<h3>Quiet Week at the Lake</h3>" + FERRY + "<h3>Quite a Mill, Is It Not?</h3>" + MILL)))
                .containsExactly("Quiet Week at the Lake", "Quite a Mill, Is It Not?");
    }

    @Test
    void takesASentenceThatEndsInAnAbbreviationForNoTitle() {
        Topic topic = Pages.topicOf("<p>Forty Cows Cross a Lake</p>" + FERRY
                + "<p>Such ferries are built by hand in Japan and the U.S.</p>" + BARN);
        assertThat(topic.paragraphs()).hasSize(3);
        assertThat(Pages.topicOf("<p>A Ferry Goes to the U.S.</p>" + FERRY).title())
                .isEqualTo("A Ferry Goes to the U.S.");
    }

    @Test
    void takesALineMadeOtherwiseBetweenTitlesForAPart() {
        String page = "<p class=%s>Forty Cows Cross a Lake</p>" + FERRY + "<p class=%s>Thanks of the Farmers</p>" + BARN
                + "<p class=%s>A Mill Turns Again</p>" + MILL;
        assertThat(Pages.titles(Pages.topicsOf(page.formatted("a", "b", "a"))))
                .containsExactly("Forty Cows Cross a Lake", "A Mill Turns Again");
        assertThat(Pages.topicsOf(page.formatted("a", "a", "a"))).hasSize(3);
        // any of them may be the odd one
        assertThat(Pages.topicsOf(page.formatted("a", "b", "c"))).hasSize(3);
    }

    @Test
    void takesLinesMadeOtherwiseUnderTheFirstOfAStoryForParts() {
        String page = Pages.page("<p class=a>Forty Cows Cross a Lake</p>" + FERRY
                + "<p class=b>Thanks of the Farmers</p>" + BARN + "<p class=b>A Mill Turns Again</p>" + MILL);
        assertThat(Pages.titles(Pages.topics(STORY, page))).containsExactly("Forty Cows Cross a Lake");
        assertThat(Pages.topics(Pages.URL, page)).hasSize(3);
    }
}
