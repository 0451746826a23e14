package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings that are names of countries and nothing else, on pages without flags. */
class CountryHeadingTest {
    private static final String FIRST =
            "<p>On January 5, the three ministers talked about lighthouses for an hour.</p>";
    private static final String SECOND = "<p>On January 6, both ministers talked about ferries for two hours.</p>";
    private static final String OTHER =
            "<h3>A Goat on Parade</h3><p>On January 9, the goat of the regiment took part in"
                    + " its first parade.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>Talks of the Minister</h3><h4>Japan-Norway-Peru</h4>%s<h4>Chile</h4>%s",
                "<h3>Talks of the Minister</h3><dl><dt>Japan, Norway and Peru</dt><dd>%s</dd><dt>Chile</dt><dd>%s</dd></dl>",
                "<h3>Talks of the Minister</h3><h4><img src=1.png alt='Japan-Norway-Peru'></h4>%s"
                        + "<h4><img src=2.png alt='Chile'></h4>%s"
            })
    void openItemsOfTheHeadingAboveThem(String talks) {
        List<Topic> topics = Pages.topicsOf(talks.formatted(FIRST, SECOND) + OTHER);
        assertThat(Pages.titles(topics))
                .containsExactly("Talks of the Minister", "Talks of the Minister", "A Goat on Parade");
        assertThat(topics)
                .extracting(Pages::countries)
                .containsExactly(List.of("JP", "NO", "PE"), List.of("CL"), List.of());
        assertThat(topics.get(1).group()).isEqualTo(new Group(2, 2));
        assertThat(topics.get(1).countries()).extracting(Country::evidence).containsExactly(Country.Evidence.HEADING);
        assertThat(topics.get(0).occurred()).hasSize(1);
    }

    @Test
    void countsACountryBesideTheTitleOfItsOnlyItem() {
        Topic topic = Pages.topicOf("<h3>Lighthouse Keepers from Norway</h3><h4>Chile</h4>" + SECOND);
        assertThat(Pages.countries(topic)).containsExactly("NO", "CL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // under words of its own
                "<h3>Talks of the Minister</h3><p>There were two talks this week, and both went well.</p><h4>Norway</h4>%s<h4>Chile</h4>%s",
                // among other parts
                "<h3>Talks of the Minister</h3><h4>Norway</h4>%s<h4>What Came of It</h4>%s"
            })
    void partATopicThatSaysMore(String talks) {
        List<Topic> topics = Pages.topicsOf(talks.formatted(FIRST, SECOND) + OTHER);
        assertThat(topics).extracting(Topic::group).containsOnlyNulls();
    }

    @Test
    void areTitlesWhereOtherNewsHasAHeadingAsDeep() {
        List<Topic> topics = Pages.topicsOf("<h2>Talks of the Week</h2><h3>Norway</h3>" + FIRST + "<h3>Chile</h3>"
                + SECOND + "<h2>Other News</h2>" + OTHER);
        assertThat(Pages.titles(topics)).containsExactly("Norway", "Chile", "A Goat on Parade");
    }

    @Test
    void takesAFlagThatIsAllOfAHeadingForAFlag() {
        List<Topic> topics = Pages.topicsOf("<h3>Talks of the Minister</h3><h4><img src=flag_no.png alt='Norway'></h4>"
                + FIRST + "<h4><img src=flag_cl.png alt='Chile'></h4>" + SECOND);
        assertThat(topics.get(1).countries()).extracting(Country::evidence).containsExactly(Country.Evidence.FLAG);
    }
}
