package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a page that it hides or folds up: which of them a reader reads. */
class FoldedPartsTest {
    private static final String NORWAY = "<p>On January 5, both ministers talked by telephone.</p>";
    private static final String PERU = "<p>On January 6, both ministers talked by telephone.</p>";
    private static final String BRIDGE = "On January 7, members built a bridge in two days.";
    private static final String RIVER = "They crossed the river with forty trucks.";

    @Test
    void readsWhatAReaderUnfolds() {
        String link = "<p><a href='javascript:void(0)'>Read more</a></p>";
        String folded = "<div style='display:none'><p>" + RIVER + "</p></div>";
        for (String rest : List.of(link + folded, folded + link)) {
            Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p>" + rest);
            assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
        }
    }

    @Test
    void readsTheHiddenTextUnderAHeading() {
        List<Topic> topics = Pages.topicsOf("<dl><dt>A Bridge of Planks</dt><dd style='display:none'><p>" + BRIDGE
                + "</p></dd><dt>Over the River</dt><dd style='display:none'><p>" + RIVER + "</p></dd></dl>");
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
    }

    @Test
    void leavesHiddenWhatNothingUnfolds() {
        Topic topic = Pages.topicOf("<button aria-expanded=false aria-controls=menu>Open main menu</button>"
                + "<div id=menu hidden><ul><li><a href=index.html>Index</a></li></ul></div>"
                + "<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><p>" + RIVER + "</p>"
                + "<div style='display:none'><h3>The Next Issue</h3><p>On January 9, nobody saw this.</p></div>");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3><button aria-expanded=false aria-controls=a>A Bridge of Planks</button></h3><div id=a hidden>%s</div>",
                "<button aria-expanded=false>A Bridge of Planks</button><div>%s</div>",
                "<input type=checkbox id=a><label for=a>A Bridge of Planks</label><div>%s</div>"
            })
    void takesTheTitleOfAnAccordionForAHeading(String markup) {
        String text = "<p>" + BRIDGE + "</p><p>" + RIVER + " " + RIVER + "</p>";
        assertThat(Pages.topicOf(markup.formatted(text)).title()).isEqualTo("A Bridge of Planks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3><span style='position:absolute;left:-9999px'>Activity:</span>A Bridge of Planks</h3>",
                "<h3>A Bridge of Planks <span style='position:absolute;clip:rect(0 0 0 0)'>permanent link</span></h3>",
                "<style>.a{position:absolute!important;width:1px;clip-path:inset(50%)}</style><h3><i class=a>New: </i>A Bridge of Planks</h3>",
                "<style>.a{text-indent:-9999px}</style><h3>A Bridge of Planks<b class=a>New</b></h3>",
                "<style>.a{text-indent:-9999px}</style><h3 class=a>A Bridge of Planks</h3>",
                "<h3><span style='position:absolute;left:-9999px'>A Bridge of Planks</span><img src=a.gif></h3>",
                "<h3><b style='position:absolute;left:-10px'>A</b> Bridge of Planks</h3>",
            })
    void takesNoLabelOffTheScreenIntoATitle(String heading) {
        assertThat(Pages.topicOf(heading + "<p>" + BRIDGE + "</p>").title()).isEqualTo("A Bridge of Planks");
    }

    @Test
    void readsTheFlagOffTheScreenInAHeading() {
        Topic topic = Pages.topicOf(
                "<h3><span style='position:absolute;left:-9999px'>Flag:norway</span>Talks of the Week</h3>" + NORWAY);
        assertThat(Pages.countries(topic)).contains("NO");
    }

    @Test
    void readsThePanelsOfTabs() {
        List<Topic> topics = Pages.topicsOf("<ul><li><a href='#a'>Asia</a></li><li><a href='#b'>Europe</a></li></ul>"
                + "<div id=a><h2>Talks with Peru</h2>" + PERU + "</div>"
                + "<div id=b style='display:none'><h2>Talks with Norway</h2>" + NORWAY + "</div>");
        assertThat(Pages.titles(topics)).containsExactly("Talks with Peru", "Talks with Norway");
    }
}
