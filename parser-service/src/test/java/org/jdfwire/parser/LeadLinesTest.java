package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines above headings: those that belong to the news below, and those that end the news above. */
class LeadLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%s</p><h2>%s</h2><p>%s</p>",
                "<article><time>%s</time><h2>%s</h2><p>%s</p></article>",
                "<div><div>%s</div><h2>%s</h2></div><div>%s</div>",
                "<p>%s</p><h2>%s</h2><img src=a.jpg><p>%s</p>",
                "<ul><li><span>%s</span><p><b>%s</b></p><p>%s</p></ul>"
            })
    void givesTheDateAboveEachHeadingToItsNews(String news) {
        List<Topic> topics =
                Pages.topicsOf(news.formatted("January 5, 2021", "Notes Exchanged", "Two notes were exchanged.")
                        + news.formatted("January 19, 2021", "Izumo Commissioned", "The ship was commissioned.")
                        + "<aside><h3>Related Sites</h3><ul><li><a href=/>Joint Staff</a></ul></aside>");
        assertThat(Pages.titles(topics)).containsExactly("Notes Exchanged", "Izumo Commissioned");
        assertThat(topics)
                .extracting(topic -> topic.occurred().get(0).start())
                .containsExactly(LocalDate.of(2021, 1, 5), LocalDate.of(2021, 1, 19));
    }

    @Test
    void leavesALineThatNotAllHeadingsHave() {
        List<Topic> topics = Pages.topicsOf("<h2>Notes Exchanged</h2><p>Two notes were exchanged on January 5.</p>"
                + "<p>With thanks to all</p><h2>Izumo Commissioned</h2><p>The ship was commissioned.</p>");
        assertThat(topics.get(0).paragraphs()).endsWith("With thanks to all");
    }

    @Test
    void leavesALineThatIsCloserToTheNewsAbove() {
        String news = "<div><h2>%s</h2><p>They met on January 5.</p><p>(Reported by the band)</p></div>";
        List<Topic> topics = Pages.topicsOf(
                "<p>Two Reports</p>" + news.formatted("Notes Exchanged") + news.formatted("Izumo Commissioned"));
        assertThat(topics)
                .allSatisfy(topic -> assertThat(topic.paragraphs())
                        .containsExactly("They met on January 5.", "(Reported by the band)"));
    }
}
