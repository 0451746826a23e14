package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

/** Headlines with nothing but their parts under them, rubrics above headlines, and labels over data. */
class HeadlineTest {
    private static final String SITE = "https://www.mod.go.jp/en/jdf/no133/";
    private static final String PHOTO = "<p><img src=a.jpg alt='Sandbags on a dike'></p>";
    private static final String DIKE = "<p>On January 5, members piled nine thousand sandbags on a dike.</p>";
    private static final String BOATS = "<p>On January 6, rubber boats brought bread to the upper floors.</p>";
    private static final String KITES = "<p>On January 9, a kite flew over it.</p>";
    private static final String PARTS = "<h4>Sand for the Dike</h4>" + DIKE + "<h4>Bread by Boat</h4>" + BOATS;

    @Test
    void titlesAnArticleByTheHeadlineOverAPhotoAndItsParts() {
        String page = Pages.page("<h3>Ten Days of High Water in the Plain</h3>" + PHOTO + PARTS);
        List<Topic> topics = Pages.topics(SITE + "policy.html", page);
        assertThat(Pages.titles(topics)).containsExactly("Ten Days of High Water in the Plain");
        assertThat(topics.get(0).paragraphs()).hasSize(4);
        assertThat(topics.get(0).images()).hasSize(1);
    }

    @Test
    void keepsMeetingsUnderTheNameOfTheirPlace() {
        String page = Pages.page("<h3>Meetings on the Margins of a Forum</h3>" + PHOTO + "<h4>Japan-Peru Meeting</h4>"
                + DIKE + "<h4>Japan-Chile Meeting</h4>" + BOATS);
        assertThat(Pages.titles(Pages.topics(SITE + "leaders.html", page)))
                .containsExactly("Japan-Peru Meeting", "Japan-Chile Meeting");
    }

    @Test
    void keepsNewsUnderTheNameOfAChapter() {
        String page = Pages.page("<h3>From the Camps of the Plain</h3>" + PARTS);
        assertThat(Pages.topics(SITE + "leaders.html", page)).hasSize(2);
    }

    @Test
    void keepsAHeadlineOverAPhotoBesideOtherNews() {
        List<Topic> topics = Pages.topicsOf(
                "<h3>Ten Days of High Water in the Plain</h3>" + PHOTO + PARTS + "<h3>A Kite Contest</h3>" + KITES);
        assertThat(Pages.titles(topics)).containsExactly("Ten Days of High Water in the Plain", "A Kite Contest");
        assertThat(topics.get(0).images()).hasSize(1);
        assertThat(topics.get(1).paragraphs()).hasSize(1);
    }

    @Test
    void takesTheRubricAboveAHeadlineForNoTitle() {
        String headline = "<h3>Ten Days of High Water in the Plain</h3>";
        String page = Pages.page("<h2>At Work</h2>" + headline + BOATS + PARTS);
        assertThat(Pages.titles(Pages.topics(SITE + "column.html", page)))
                .containsExactly("Ten Days of High Water in the Plain");
        // a second line of the headline has no parts of its own
        page = Pages.page("<h2>High Water</h2>" + headline + BOATS + DIKE);
        assertThat(Pages.titles(Pages.topics(SITE + "column.html", page))).containsExactly("High Water");
    }

    @Test
    void givesALabelAndItsRowsToTheNewsAbove() {
        String rows = "<table><tr><td>Boats</td><td>Eleven</td></tr><tr><td>Trucks</td><td>Twenty</td></tr></table>";
        List<Topic> topics = Pages.topicsOf("<div><p><b>Bread by Boat</b></p>" + BOATS
                + "<p><b>Boats and Trucks</b></p>" + rows + "<p><b>A Kite Contest</b></p>" + KITES + "</div>");
        assertThat(Pages.titles(topics)).containsExactly("Bread by Boat", "A Kite Contest");
        assertThat(topics.get(0).paragraphs()).endsWith("Boats and Trucks", "Boats: Eleven", "Trucks: Twenty");
    }

    @Test
    void givesNoLinesBesideTheNewsToIt() {
        Topic topic = Pages.topicOf("<div><div><p><b>Bread by Boat</b></p>" + BOATS + "</div>"
                + "<div><p><b>Opening Hours</b></p><p>Monday: ten to four</p></div></div>");
        assertThat(topic.paragraphs()).hasSize(1);
        topic = Pages.topicOf("<div><p><b>Bread by Boat</b></p>" + BOATS
                + "<p><b>More Bread</b></p><p><a href='/a.html'>In the mountains</a> and elsewhere</p></div>");
        assertThat(topic.paragraphs()).hasSize(1);
    }

    @Test
    void keepsATableThatIsNews() {
        assertThat(Pages.titles(Pages.topicsOf("<div><p><b>Bread by Boat</b></p>" + BOATS
                        + "<p><b>Sandbags Piled in the Plain</b></p><ul><li>January 5: nine thousand at the dike of the"
                        + " lower lock</li><li>January 6: four thousand at the school, and two thousand at the town"
                        + " hall and the garage of its fire engines</li></ul></div>")))
                .containsExactly("Bread by Boat", "Sandbags Piled in the Plain");
    }

    @Test
    void takesTheLabelOfATableRightUnderAHeadlineForNoTitle() {
        Topic topic = Pages.topicOf("<div><p><b>A Boat That Folds</b></p><table><tr><td colspan=2><b>Main Figures</b>"
                + "</td></tr><tr><td>Length</td><td>4 m</td></tr></table>" + BOATS + "</div>");
        assertThat(topic.title()).isEqualTo("A Boat That Folds");
        assertThat(topic.paragraphs()).startsWith("Main Figures", "Length: 4 m");
    }
}
