package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

/** Bold lines of several sizes, and bold lines that a break parts from their text. */
class BoldLinesTest {
    private static final String STORY = "https://www.mod.go.jp/en/jdf/no133/specialfeature.html";
    private static final String BREAD = "On January 5, members baked four hundred loaves in one night.<br><br>";
    private static final String FLOUR = "The flour had come by rail from three prefectures.<br><br>";
    private static final String OVEN = "Their oven weighs no more than a motorcycle.<br><br>";

    private static String bold(int size, String words) {
        return "<font size=" + size + "><b>" + words + "</b></font><br>";
    }

    @Test
    void ranksBoldLinesBySize() {
        String page = Pages.page("<div>" + bold(4, "Bread for a Thousand Guests") + BREAD + bold(3, "Flour by Rail")
                + FLOUR + bold(3, "An Oven on Wheels") + OVEN + "</div>");
        assertThat(Pages.titles(Pages.topics(STORY, page))).containsExactly("Bread for a Thousand Guests");
        // the first news of a list may be set larger than the rest
        assertThat(Pages.topics(Pages.URL, page)).hasSize(3);
        assertThat(Pages.topics(STORY, page.replace("size=4", "size=+0"))).hasSize(3);
    }

    @Test
    void ranksTheBoldLinesOfAListWhereLargeAndSmallOnesAlternate() {
        assertThat(Pages.titles(Pages.topicsOf("<div>" + bold(5, "Bread for a Thousand Guests") + BREAD
                        + bold(3, "Flour by Rail") + FLOUR + bold(3, "An Oven on Wheels") + OVEN
                        + bold(5, "A Cook Retires") + "On January 9, the oldest cook of the camp went home.</div>")))
                .containsExactly("Bread for a Thousand Guests", "A Cook Retires");
    }

    @Test
    void ranksTheHeadlineOverAPhotoAboveItsPartsAmongCurrentNews() {
        String page = Pages.page("<div>%s" + bold(3, "Flour by Rail") + FLOUR + bold(3, "An Oven on Wheels") + OVEN);
        String current = "https://www.mod.go.jp/e/jdf/no17/current.html";
        String headline = bold(5, "Bread for a Thousand Guests");
        assertThat(Pages.titles(Pages.topics(current, page.formatted(headline + "<img src=a.jpg><br><br>"))))
                .containsExactly("Bread for a Thousand Guests");
        assertThat(Pages.topics(current, page.formatted(headline + BREAD))).hasSize(3);
    }

    @Test
    void takesNoForgottenSizeForARank() {
        assertThat(Pages.topicsOf("<div>" + bold(5, "Bread for a Thousand Guests") + BREAD + "<b>Flour by Rail</b><br>"
                        + FLOUR + bold(5, "An Oven on Wheels") + OVEN + "</div>"))
                .hasSize(3);
    }

    @Test
    void partsABoldQuestionFromItsAnswerAtTheLineBreak() {
        Topic topic = Pages.topicOf("<h3>Bread for a Thousand Guests</h3><div><b>Q1 Who is going to eat it all?</b><br>"
                + "A1 Nobody knows it yet.<br><br><b>Members bake at night.</b> They sleep by day.</div>");
        assertThat(topic.paragraphs())
                .containsExactly(
                        "Q1 Who is going to eat it all?",
                        "A1 Nobody knows it yet.",
                        "Members bake at night. They sleep by day.");
    }

    @Test
    void partsATitleFromTheSmallerLineBelowIt() {
        for (String end : List.of("", "<br>")) {
            Topic topic = Pages.topicOf("<div>" + bold(4, "Bread for a Thousand Guests")
                    + bold(2, "A Night at the Camp") + end + BREAD + "</div>");
            assertThat(topic.title()).isEqualTo("Bread for a Thousand Guests");
            assertThat(topic.paragraphs()).startsWith("A Night at the Camp").hasSize(2);
        }
    }

    @Test
    void readsATitleOnTwoLinesOfOneSizeAsOne() {
        assertThat(Pages.topicOf("<div>" + bold(4, "Bread for a Thousand") + bold(4, "Guests of the Camp") + BREAD
                                + "</div>")
                        .title())
                .isEqualTo("Bread for a Thousand Guests of the Camp");
    }
}
