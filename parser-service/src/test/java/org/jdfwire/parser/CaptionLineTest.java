package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines right below photos, in a block of their own: which are captions, and which are words of the news. */
class CaptionLineTest {
    private static final String LINE = "Band members tuning their drums";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><img src=1.jpg></p><p><em>%s</em></p>",
                "<p><img src=1.jpg></p><p><i><font color=gray>%s</font></i></p>",
                "<img src=1.jpg><p><small>%s</small></p>",
                "<p><img src=1.jpg></p><p style='font-size: 80%%'>%s</p>",
                "<p align=center><img src=1.jpg></p><p align=center>%s</p>",
                "<center><img src=1.jpg></center><center><font size=2>%s</font></center>",
                "<p><img src=1.jpg></p><p style='text-align:center'>%s</p>",
                "<p><img src=1.jpg alt='Band members tuning their drums'></p><p>%s</p>"
            })
    void givesThePhotoTheLineThatIsSetApart(String photo) {
        List<Topic> topics = Pages.topicsOf("<h2>A Concert in Nagano</h2><p>The band played on January 5.</p>"
                + photo.formatted(LINE) + "<p>It played an encore.</p>");
        assertThat(topics.get(0).images().get(0).caption()).isEqualTo(LINE);
        assertThat(topics.get(0).paragraphs()).containsExactly("The band played on January 5.", "It played an encore.");
    }

    @Test
    void givesEachPhotoItsLineWhereAllHaveOne() {
        String news = "<h2>%s</h2><p>%s</p><p><img src=%d.jpg></p><p>%s</p>";
        List<Topic> topics = Pages.topicsOf(news.formatted("Concert", "The band played on January 5.", 1, LINE)
                + news.formatted("Race", "They ran on January 9.", 2, "Runners at the bridge"));
        assertThat(topics)
                .extracting(topic -> topic.images().get(0).caption())
                .containsExactly(LINE, "Runners at the bridge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // one line of plain text may be anything
                "<p>The band played on January 5.</p><p><img src=1.jpg></p><p>%s</p>",
                // all text of the page looks so
                "<p><small>The band played on January 5.</small></p><p><img src=1.jpg></p><p><small>%s</small></p>",
                // a photo without a line
                "<p>They met on January 5.</p><p><img src=1.jpg></p><p>%s</p><p><img src=2.jpg></p><p>They ran on the next day.</p>",
                // it belongs to what follows
                "<div><p>They met on January 5.</p><img src=1.jpg></div><div><p><em>%s</em></p><p>They ran on the next day.</p></div>",
                // nothing else is told
                "<p><img src=1.jpg></p><p><em>%s</em></p>"
            })
    void leavesALineThatMayBeNews(String news) {
        String line = "Band members are tuning their drums and horns on the bridge";
        List<Topic> topics = Pages.topicsOf("<h2>A Concert in Nagano</h2>" + news.formatted(line));
        assertThat(topics.get(0).paragraphs()).contains(line);
    }

    @Test
    void leavesLinesThatMayBeHeadings() {
        String part = "<p><img src=%d.jpg></p><p>%s</p><p>They ran on January 9 and 10.</p>";
        List<Topic> topics = Pages.topicsOf("<h2>Sports</h2><p>They met on January 5.</p>"
                + part.formatted(1, "The Race on Sunday") + part.formatted(2, "The Game on Monday"));
        assertThat(topics.get(0).paragraphs()).contains("The Race on Sunday", "The Game on Monday");
    }

    @Test
    void leavesALineInTheAlternativeTextThatMayBeAHeading() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Sports</h2><p>They met on January 5.</p>"
                        + "<p><img src=1.jpg alt='The Race on Sunday'></p><p>The Race on Sunday</p><p>They ran in the snow.</p>");
        assertThat(topics.get(0).paragraphs()).contains("The Race on Sunday");
    }

    @Test
    void takesALineRightUnderTheHeadingForNoOtherHeading() {
        List<Topic> topics = Pages.topicsOf("<h2>Sports</h2><p><img src=1.jpg alt='General Ota at the Tokyo Dome'></p>"
                + "<p>General Ota at the Tokyo Dome</p><p>They ran in the snow.</p>");
        assertThat(topics.get(0).images().get(0).caption()).isEqualTo("General Ota at the Tokyo Dome");
    }

    @Test
    void leavesTheDayOfTheNews() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Sports</h2><p><img src=1.jpg></p><p><em>January 9, 2021</em></p><p>They ran in the snow.</p>");
        assertThat(topics.get(0).paragraphs()).startsWith("January 9, 2021");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><img src=1.jpg alt='%1$s'></p><p>%1$s</p>",
                "<p><img src=1.jpg alt='%1$s'><br>%1$s</p>",
                "<div><p><img src=1.jpg alt='%1$s'></p><p>%1$s</p></div>",
                "<p><img src=1.jpg alt='%1$s (1)'></p><p>%1$s</p>"
            })
    void takesTheAlternativeTextSaidAgainForTheCaptionThoughItIsASentence(String photo) {
        String sentence = "Band members tune their drums at the gate.";
        Topic topic = Pages.topicOf("<h2>A Concert in Nagano</h2>" + photo.formatted(sentence)
                + "<p>The band played on January 5.</p><p>It played an encore.</p>");
        assertThat(topic.images().get(0).caption()).isEqualTo(sentence);
        assertThat(topic.paragraphs()).containsExactly("The band played on January 5.", "It played an encore.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // all that is told
                "<p><img src=1.jpg alt='%1$s'></p><p>%1$s</p>",
                "<p><img src=1.jpg alt='%1$s'></p><p>%1$s</p><p>Drums and Horns</p>",
                // not the same
                "<p><img src=1.jpg alt='Band members'></p><p>%1$s</p><p>They played an encore.</p>",
                // not right below
                "<p><img src=1.jpg alt='%1$s'></p><p>They played an encore.</p><p>%1$s</p>",
                // closer to what follows
                "<p><img src=1.jpg alt='%1$s'></p><div><p>%1$s</p><p>They played an encore.</p></div>"
            })
    void leavesASentenceThatMayBeNews(String news) {
        String sentence = "The band played at the gate on January 5.";
        Topic topic = Pages.topicOf("<h2>A Concert in Nagano</h2>" + news.formatted(sentence));
        assertThat(topic.paragraphs()).contains(sentence);
    }

    @Test
    void givesTheLastOfTwoNumberedPhotosTheLineThatBothRepeat() {
        Topic topic = Pages.topicOf(
                "<h2>A Concert in Nagano</h2><p><img src=1.jpg alt='Drums at the gate-1'>"
                        + "<img src=2.jpg alt='Drums at the gate-2'></p><p>Drums at the gate</p><p>The band played on January 5.</p>");
        assertThat(topic.images().get(1).caption()).isEqualTo("Drums at the gate");
        assertThat(topic.paragraphs()).containsExactly("The band played on January 5.");
    }

    private static final String COUNTED =
            "<p>1. Drums being tuned at the gate</p><p>2. Horns being polished in the hall</p>";

    @ParameterizedTest
    @ValueSource(strings = {"<p><img src=1.jpg></p>", "<div><img src=0.jpg><img src=00.jpg><img src=1.jpg></div>"})
    void givesThePhotoTheCountedLinesUnderIt(String photos) {
        Topic topic = Pages.topicOf(
                "<h2>A Concert in Nagano</h2>" + photos + COUNTED + "<p>The band played on January 5.</p>");
        assertThat(topic.images().get(topic.images().size() - 1).caption())
                .isEqualTo("1. Drums being tuned at the gate 2. Horns being polished in the hall");
        assertThat(topic.paragraphs()).containsExactly("The band played on January 5.");
    }

    @Test
    void givesEachOfAsManyPhotosItsCountedLine() {
        Topic topic = Pages.topicOf("<h2>A Concert in Nagano</h2><img src=1.jpg><img src=2.jpg>" + COUNTED
                + "<p>The band played on January 5.</p>");
        assertThat(topic.images())
                .extracting(Image::caption)
                .containsExactly("1. Drums being tuned at the gate", "2. Horns being polished in the hall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // under no photo
                "<p>They met on January 5.</p>%s<p>They played an encore.</p>",
                // over no text
                "<p>They met on January 5.</p><p><img src=1.jpg></p>%s",
                // the parts that follow
                "<p><img src=1.jpg></p>%s<p>They met on January 5.</p>%<s<p>They played an encore.</p>",
                // parts with texts of their own
                "<p><img src=1.jpg></p><p>1. Drums being tuned at the gate</p><p>They met on January 5.</p><p>2. Horns being polished in the hall</p><p>They played.</p>",
                // the count goes on with a sentence
                "<p><img src=1.jpg></p>%s<p>3. They met there on January 5.</p>"
            })
    void leavesCountedLinesThatMayBeNews(String news) {
        Topic topic = Pages.topicOf("<h2>A Concert in Nagano</h2>" + news.formatted(COUNTED));
        assertThat(topic.paragraphs())
                .contains("1. Drums being tuned at the gate", "2. Horns being polished in the hall");
    }
}
