package org.jdfwire.parser.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdfwire.parser.Pages;
import org.junit.jupiter.api.Test;

/** The measure itself: what it says of a page whose faults are known. */
class GoldScoreTest {
    private static final String MEETING = "On January 5, the minister met a guest from the coast.";
    private static final String CONCERT = "The band played for an hour in the rain and went home.";
    private static final String HTML = Pages.page(
            "<h3>Minister Meets Guest</h3><p>" + MEETING + "</p>" + "<h3>Band Concert Held</h3><p>" + CONCERT + "</p>");

    @Test
    void isWholeWhereThePageGivesWhatWasExpected() {
        GoldScore score = score(
                news("Minister Meets Guest", MEETING, new Expected.Days("2021-01-05", "2021-01-05")),
                news("Band Concert Held", CONCERT));
        for (Measure measure : List.of(
                Measure.PAGES, Measure.TOPICS, Measure.TITLES, Measure.PARAGRAPHS, Measure.DIVISION, Measure.DATES)) {
            assertThat(score.tally(measure).isWhole()).as(measure.toString()).isTrue();
        }
    }

    @Test
    void countsWhatIsMissingAndWhatIsTooMuch() {
        GoldScore score = score(
                news("Minister Meets Guest", MEETING, new Expected.Days("2021-01-06", "2021-01-06")),
                news("Ship Launched in Nagasaki", "A ship was launched on a sunny morning before many people."));
        assertThat(score.tally(Measure.TOPICS)).isEqualTo(new Tally(1, 2, 2));
        assertThat(score.tally(Measure.TITLES)).isEqualTo(new Tally(1, 2, 2));
        assertThat(score.tally(Measure.DATES)).isEqualTo(new Tally(0, 1, 1));
        assertThat(score.tally(Measure.PARAGRAPHS)).isEqualTo(new Tally(11, 23, 22));
        assertThat(score.tally(Measure.TOPICS).f1()).isEqualTo(50);
        assertThat(score.differences()).anyMatch(line -> line.startsWith("dates") && line.contains("2021-01-06"));
    }

    @Test
    void takesATopicWithOtherWordsUnderTheSameTitleForAnotherOne() {
        GoldScore score = score(
                news("Minister Meets Guest", MEETING),
                news("Band Concert Held", CONCERT + " Nobody had expected so many people to come and stay."));
        assertThat(score.tally(Measure.TITLES)).isEqualTo(new Tally(2, 2, 2));
        assertThat(score.tally(Measure.TOPICS)).isEqualTo(new Tally(1, 2, 2));
    }

    @Test
    void pairsTopicsByTheirWordsWhateverTheirOrder() {
        GoldScore score = score(
                news("Band Concert Held", CONCERT),
                news("Minister Meets Guest", MEETING, new Expected.Days("2021-01-05", "2021-01-05")));
        assertThat(score.tally(Measure.TOPICS)).isEqualTo(new Tally(2, 2, 2));
        assertThat(score.tally(Measure.DATES)).isEqualTo(new Tally(1, 1, 1));
    }

    private static GoldScore score(Expected.News... news) {
        Expected expected =
                new Expected(Pages.URL, "text/html", "UTF-8", 133, "2021-03", "topics", null, List.of(news));
        GoldScore score = new GoldScore();
        score.add(new GoldPage("jdf-2019-test", HTML.getBytes(StandardCharsets.UTF_8), expected));
        return score;
    }

    private static Expected.News news(String title, String paragraph, Expected.Days... days) {
        return new Expected.News(title, List.of(), List.of(days), List.of(), List.of(), "other", List.of(paragraph));
    }
}
