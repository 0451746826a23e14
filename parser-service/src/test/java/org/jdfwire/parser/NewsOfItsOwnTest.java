package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens with a day of its own, or tells of its own meeting, is no part and no caption of anything else. */
class NewsOfItsOwnTest {
    private static final String LEADERS = "https://www.mod.go.jp/e/jdf/no17/leaders.html";
    private static final String LAMP = "On January 4, Minister Sugihara lit the lamp of the lighthouse in Chile.";
    private static final String GOAT = "On January 9, General Mori was given a goat by the mayor of a town in Peru.";
    private static final String BELL = "On January 12, Minister Sugihara rang the bell of a school in Kenya.";
    private static final String NO_DAY = "Nobody knows who hung it there, and all who hear it are glad of it.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class=t>%s</p><p>%s</p><p class='t wide'>%s</p><p>%s</p><p class=t>%s</p><p>%s</p>",
                "<p>%s</p><p>%s</p><div>%s</div><p>%s</p><p>%s</p><p>%s</p>",
                "<font size=4><b>%s</b></font><p>%s</p><font size=3><b>%s</b></font><p>%s</p><font size=3><b>%s</b></font>"
                        + "<p>%s</p>",
                "<h2>Exchanges</h2><img src=a.jpg alt=Exchanges><h3>1. %s</h3><p>%s</p><h3>2. %s</h3><p>%s</p>"
                        + "<h3>3. %s</h3><p>%s</p>"
            })
    void staysATopicHoweverItsTitleIsMade(String page) {
        List<Topic> topics = Pages.topicsOf(
                page.formatted("A Lamp on the Cape", LAMP, "A Goat for the Camp", GOAT, "A Bell for the School", BELL));
        assertThat(topics).extracting(Topic::paragraphs).containsExactly(List.of(LAMP), List.of(GOAT), List.of(BELL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>Overseas Visits</h2><img src=a.jpg><h3>%s</h3><p>%s</p><h3>%s</h3><p>%s</p>",
                "<font size=4><b>%s</b></font><p>%s</p><font size=3><b>%s</b></font><p>%s</p>"
            })
    void staysATopicAmongTheVisitsOfLeaders(String page) {
        String html =
                Pages.page(page.formatted("Minister Sugihara Visits Chile", LAMP, "General Mori Visits Peru", GOAT));
        assertThat(Pages.titles(Pages.topics(LEADERS, html)))
                .containsExactly("Minister Sugihara Visits Chile", "General Mori Visits Peru");
    }

    @Test
    void staysTextThoughThePhotoAboveItSaysTheSame() {
        Topic topic = Pages.topicOf("<h3>A Lamp on the Cape</h3><img src=a.jpg alt='" + LAMP + "'><p>" + LAMP
                + "</p><p>" + NO_DAY + "</p>");
        assertThat(topic.paragraphs()).containsExactly(LAMP, NO_DAY);
    }

    @Test
    void keepsTheCountedLinesOfItsTextBelowAPhoto() {
        Topic topic = Pages.topicOf("<h3>A Lamp on the Cape</h3><p>" + LAMP + "</p><img src=a.jpg>"
                + "<p>1. Lamps for ships at sea</p><p>2. Lamps for men on land</p><p>" + NO_DAY + "</p>");
        assertThat(topic.paragraphs()).hasSize(4);
        assertThat(topic.images()).extracting(Image::caption).containsOnlyNulls();
    }

    @Test
    void isCountedAsToldWhereASentenceIsACaption() {
        String photo = "<img src=%1$d.jpg alt='%2$s'><p>%2$s</p>";
        StringBuilder photos = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            photos.append(photo.formatted(i, NO_DAY.replace("there", "there in the year of the storm " + i)));
        }
        Topic topic = Pages.topicOf("<h3>A Bell for the School</h3><p>" + BELL + "</p>" + photos);
        assertThat(topic.images())
                .extracting(Image::caption)
                .doesNotContainNull()
                .hasSize(4);
    }

    @Test
    void isNotMissedWhereTheMonthIsUnknownAndItsFirstDayHasNoYear() {
        String news = "<h3>Team %1$d Leaves for the Cape</h3><p>On January %1$d, the team left for the cape.</p>"
                + "<p>Its work was prolonged on May %1$d, 2011, for half a year.</p>";
        StringBuilder page = new StringBuilder("<html><body><p>JDF JapanDefenseFocus No.61</p>");
        for (int i = 1; i <= 6; i++) {
            page.append(news.formatted(i));
        }
        List<Topic> topics = Pages.topics("https://www.mod.go.jp/e/jdf/no61/topics.html", page + "</body></html>");
        assertThat(topics)
                .hasSize(6)
                .allSatisfy(topic -> assertThat(topic.occurred()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>%s</b><br><img src=a.jpg><br>%s<br><br><b>%s</b><br>%s",
                "<img src=a.jpg align=right><font size=4><b>%s</b></font><br>%s<br><br><font size=4><b>%s</b></font><br>%s"
            })
    void hasThePhotoInTheRunOfItsTitleAtThePagesTop(String page) {
        String html = Pages.page(page.formatted("A Lamp on the Cape", LAMP, "A Goat for the Camp", GOAT))
                .replace("<body>", "<body><div>");
        assertThat(Pages.topics(Pages.URL, html).get(0).images()).hasSize(1);
    }

    @Test
    void hasThePhotoAboveItsHeadingWhereAllNewsHasOne() {
        String html = Pages.page("<p><img src=a.jpg></p><h2>A Lamp on the Cape</h2><p>" + LAMP
                        + "</p><p><img src=b.jpg></p><h2>A Goat for the Camp</h2><p>" + GOAT + "</p>")
                .replace("<body>", "<body><div>");
        assertThat(Pages.topics(Pages.URL, html).stream()
                        .mapToInt(topic -> topic.images().size())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void keepsAPhotoThatIsCalledAsAnotherSectionIsBelowItsTitle() {
        Topic topic = Pages.topicOf("<h3>A Lamp on the Cape</h3><img src=a.jpg alt=Meeting><p>" + LAMP + "</p>");
        assertThat(topic.images()).hasSize(1);
    }
}
