package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags between a text and the next heading: some pages put them after the text they belong to, some before the heading. */
class ClosingFlagsTest {
    private static final String TALKS = "<h3>Talks by Telephone</h3>";
    private static final String MARCH = "<h3>The March to the Lighthouse</h3>";
    private static final String FERRY = "<h3>A Ferry for the Garrison</h3>";
    private static final String FIRST = "<p>On January 5, both ministers talked by telephone for an hour.</p>";
    private static final String SECOND = "<p>On January 6, both ministers talked by telephone for two hours.</p>";
    private static final String WALKED = "<p>On January 8, forty members walked to the lighthouse in the snow.</p>";
    private static final String SAILED = "<p>On January 9, the ferry sailed to the island for the first time.</p>";

    private static String flag(String country) {
        return "<p><img src=f.png alt='Flag:" + country + "'></p>";
    }

    private static List<List<String>> countries(String body) {
        return Pages.topicsOf(body).stream().map(Pages::countries).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s%s", "<div>%s</div><div>%s</div>", "<section>%s</section><section>%s</section>"})
    void givesRunsThatCloseEveryTextToThatText(String page) {
        assertThat(countries(page.formatted(
                        TALKS + FIRST + flag("norway") + SECOND + flag("peru"), MARCH + WALKED + flag("chile"))))
                .containsExactly(List.of("NO"), List.of("PE"), List.of("CL"));
    }

    @Test
    void givesARunToTheTextItSharesABoxWith() {
        assertThat(countries("<div>" + TALKS + FIRST + flag("norway") + "</div><div>" + MARCH + WALKED + flag("chile")
                        + "</div><div>" + FERRY + SAILED + "</div>"))
                .containsExactly(List.of("NO"), List.of("CL"), List.of());
    }

    @Test
    void partsNoNewsAtALoneRunBetweenItsTexts() {
        List<Topic> topics = Pages.topicsOf("<div>" + TALKS + FIRST + flag("norway") + SECOND + "</div><div>" + MARCH
                + WALKED + flag("chile") + "</div>");
        assertThat(Pages.titles(topics)).containsExactly("Talks by Telephone", "The March to the Lighthouse");
        assertThat(topics).extracting(Pages::countries).containsExactly(List.of("NO"), List.of("CL"));
    }

    @Test
    void givesRunsBeforeTheirHeadingsToTheseHeadings() {
        assertThat(countries(flag("norway") + TALKS + FIRST + flag("chile") + MARCH + WALKED + FERRY + SAILED))
                .containsExactly(List.of("NO"), List.of("CL"), List.of());
    }

    @Test
    void givesARunToTheNextHeadingWhereNothingTellsThatItClosesAText() {
        assertThat(countries(TALKS + FIRST + flag("chile") + MARCH + WALKED)).containsExactly(List.of(), List.of("CL"));
    }

    @Test
    void leavesRunsBelowHeadingsToTheirTexts() {
        assertThat(countries(TALKS + flag("norway") + FIRST + MARCH + flag("chile") + WALKED))
                .containsExactly(List.of("NO"), List.of("CL"));
    }
}
