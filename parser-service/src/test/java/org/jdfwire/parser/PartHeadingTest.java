package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headings of parts, such as Date and Outline: they take no title from the heading above them. */
class PartHeadingTest {
    private static final String MET = "<p>The two admirals met on the bridge.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dl><dt>Date</dt><dd>May 12</dd><dt>Venue</dt><dd>Oslo</dd></dl>" + MET,
                "<dl><dt>1. Date:</dt><dd>May 12</dd></dl>" + MET,
                "<h4>Overview</h4>" + MET + "<h4>RESULTS</h4><p>They agreed to meet again.</p>",
                "<p><b>Background</b></p>" + MET,
                "<table><caption>Participants</caption><tr><td>Norway</td><td>Admiral Berg</td></tr></table>" + MET,
                "<h3>Basic Idea</h3>" + MET + "<h3>Main Items</h3><p>One ship is to be built.</p>"
            })
    void takesNoPartForATitle(String parts) {
        Topic topic = Pages.topicOf("<h2>Talks in the Fjord</h2>" + parts);
        assertThat(topic.title()).isEqualTo("Talks in the Fjord");
        assertThat(topic.paragraphs()).contains("The two admirals met on the bridge.");
    }

    @Test
    void readsALabelWithItsValueAsARow() {
        Topic topic = Pages.topicOf("<h2>Talks in the Fjord</h2>"
                + "<dl><dt>Date</dt><dd>May 12, 2020</dd><dt>Venue</dt><dd>Oslo</dd></dl>" + MET);
        assertThat(topic.paragraphs()).startsWith("Date: May 12, 2020", "Venue: Oslo");
        assertThat(topic.occurred().get(0).start()).isEqualTo(LocalDate.of(2020, 5, 12));
    }

    @Test
    void readsASentenceUnderALabelAsAText() {
        Topic topic = Pages.topicOf("<h2>Talks in the Fjord</h2>" + MET
                + "<dl><dt>Purpose</dt><dd>Nobody knows.</dd><dt>Results</dt><dd>They are as follows:</dd></dl>");
        assertThat(topic.paragraphs()).endsWith("Purpose", "Nobody knows.", "Results", "They are as follows:");
    }

    @Test
    void readsNewsOfNothingButLabels() {
        String news = "<h2>%s</h2><dl><dt>Date</dt><dd>May %d</dd><dt>Area</dt><dd>North Sea</dd></dl>";
        List<Topic> topics = Pages.topicsOf(news.formatted("Training with Norway", 12) + news.formatted("A Race", 14));
        assertThat(Pages.titles(topics)).containsExactly("Training with Norway", "A Race");
    }

    @Test
    void takesLabelsThatStandUnderSeveralHeadingsForParts() {
        String news =
                "<h2>%s</h2><dl><dt>Weather</dt><dd>Snow</dd><dt>Trains</dt><dd>Late</dd></dl><p>They ran a lot.</p>";
        List<Topic> topics = Pages.topicsOf(news.formatted("A Race") + news.formatted("A Game"));
        assertThat(Pages.titles(topics)).containsExactly("A Race", "A Game");
        assertThat(topics.get(1).paragraphs()).containsExactly("Weather: Snow", "Trains: Late", "They ran a lot.");
    }

    @Test
    void keepsTopicsUnderChapters() {
        String chapter = "<h2>%s</h2><h3>Overview</h3><p>They trained a lot.</p><h3>%s</h3><p>They ran a lot.</p>";
        List<Topic> topics =
                Pages.topicsOf(chapter.formatted("JGSDF", "A Race") + chapter.formatted("JMSDF", "A Regatta"));
        assertThat(Pages.titles(topics)).contains("A Race", "A Regatta");
    }

    @Test
    void keepsMarkedHeadingsThatStandUnderSeveralChapters() {
        String chapter = "<h2>%s</h2><h3>Disaster Relief</h3><p>They cleared %s roads.</p>";
        List<Topic> topics = Pages.topicsOf(chapter.formatted("JGSDF", "two") + chapter.formatted("JMSDF", "no"));
        assertThat(Pages.titles(topics)).containsExactly("Disaster Relief", "Disaster Relief");
    }

    @Test
    void keepsPartsWhereThereIsNothingAboveThem() {
        List<Topic> topics = Pages.topicsOf("<h3>Background</h3><p>They met last year.</p><h3>Results</h3>" + MET);
        assertThat(Pages.titles(topics)).containsExactly("Background", "Results");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dl><dt>Masts</dt><dd>Three of oak</dd><dt>Sails</dt><dd>11</dd></dl>",
                "<dl><div><dt>Masts</dt><dd>Three of oak</dd></div><div><dt>Sails</dt><dd>11</dd></div></dl>",
                "<h4>The Ship</h4><dl><dt>Masts:</dt><dd>Three of oak</dd><dt>Sails</dt><dd>11</dd></dl>"
            })
    void readsAListOfTermsThatEachHaveAShortValueAsRows(String list) {
        Topic topic = Pages.topicOf("<h2>Talks in the Fjord</h2>" + MET + list);
        assertThat(topic.paragraphs()).endsWith("Masts: Three of oak", "Sails: 11");
    }

    @Test
    void readsTheMonthsOfATimeLineAsRows() {
        Topic topic = Pages.topicOf("<h2>Talks in the Fjord</h2>" + MET
                + "<dl><dt>Mar. 2006</dt><dd>First talks by letter</dd><dt>1999</dt><dd>No talks</dd></dl>");
        assertThat(topic.paragraphs()).endsWith("Mar. 2006: First talks by letter", "1999: No talks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // news under its heading
                "<dl><dt>A Race</dt><dd>They ran a lot.</dd><dt>A Game</dt><dd>Nobody won</dd></dl>",
                // several values
                "<dl><dt>Masts</dt><dd>Three of oak</dd><dd>Two of pine</dd><dt>A Game</dt><dd>Nobody won</dd></dl>",
                // a text in its own box
                "<dl><dt>Masts</dt><dd><p>They broke in the storm.</p></dd><dt>A Game</dt><dd>Nobody won</dd></dl>"
            })
    void leavesAListThatHoldsMoreThanValues(String list) {
        List<Topic> topics = Pages.topicsOf("<h2>Talks in the Fjord</h2>" + MET + list);
        assertThat(topics.get(0).paragraphs()).doesNotContain("A Game: Nobody won");
    }
}
