package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which pages state their issue and its month. */
class IssueLineTest {
    private static final String BRIDGE = "On January 7, members built a bridge in two days.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Japan Defense Focus No.133 Mar. 2021<br>TOPICS",
                "Mar. 2021 No.133 Japan Defense Focus",
                "Issue No.133, March 2021",
                "No.133 Mar. 2021 TOPICS | Japan Defense Focus"
            })
    void readsTheIssueInWhateverOrderItsLineHas(String header) {
        String page = "<title>TOPICS</title><div>" + header + "</div><h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p>";
        Topic topic = Pages.topics(Pages.URL, page).get(0);
        assertThat(topic.issue()).isNotNull();
        assertThat(topic.issue().month()).isEqualTo(YearMonth.of(2021, 3));
        assertThat(topic.paragraphs()).containsExactly(BRIDGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><span>No.133</span><span>2021 March</span></div>",
                "<p>Japan Defense Focus No.133 (March, 2021)</p>",
                "<p>Japan Defense Focus No.133 2021.3</p>",
                "<p>JDF No.133 | 2021/03</p>",
                "<p>Japan Defense Focus No.133 (2021年3月)</p>",
                "<nav><a href=/en/>HOME</a><span>Japan Defense Focus No.133 Mar. 2021</span></nav>",
                "<nav>HOME &gt; JDF &gt; No.133 March 2021 &gt; TOPICS</nav>",
                "<p>HOME &gt; Japan Defense Focus No.133 March 2021 &gt; TOPICS</p>",
            })
    void knowsTheMonthWhereverThePageStatesIt(String header) {
        assertThat(month("TOPICS", header)).isEqualTo(YearMonth.of(2021, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nav><ul><li><a href=../no132/>No.132 Feb. 2021</a></li></ul></nav>",
                "<nav>Events of March 2021</nav>",
                "<p>Japan Defense Focus No.133</p><p>Updated: 2021/03/15</p>",
                "<p>Japan Defense Focus No.133 2021.30</p>",
            })
    void takesNoOtherMonthForTheIssues(String header) {
        assertThat(month("TOPICS", header)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>A Bridge of Planks</h3><dl><dt>Mar. 2006</dt><dd>First plank laid</dd></dl><p>%s</p>",
                "<h3>A Bridge of Planks</h3><p>Mar. 2006</p><p>First plank laid</p><p>%s</p>",
                "<dl><dt>Mar. 2006</dt><dd>First plank laid</dd></dl><h3>A Bridge of Planks</h3><p>%s</p>",
                "<p>Mar. 2006</p><p>First plank laid</p><p>Apr. 2012</p><p>Last plank laid</p><h3>A Bridge of Planks</h3><p>%s</p>"
            })
    void takesNoMonthOfATimeLineForTheIssues(String body) {
        Topic topic = Pages.topics(
                        Pages.URL,
                        "<p>Japan Defense Focus No.133</p><hr><p>TOPICS</p><p>Ad</p>" + body.formatted(BRIDGE))
                .get(0);
        assertThat(topic.issue().month()).isNull();
    }

    @Test
    void keepsTheRowsOfATimeLine() {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><p>Mar. 2006</p><p>First plank laid</p><p>Apr. 2012</p>"
                + "<p>Last plank laid</p><p>" + BRIDGE + "</p>");
        assertThat(topic.paragraphs())
                .containsExactly("Mar. 2006", "First plank laid", "Apr. 2012", "Last plank laid", BRIDGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>To Our Visitors</h2><p>We use cookies here.</p><div>Japan Defense Focus</div><div>Mar. 2021</div>",
                "<div>Mar. 2021</div>",
                "<dl><dt>Mar. 2021</dt><dd>No.133</dd></dl>"
            })
    void knowsTheMonthBesideTheNameOrAboveTheNews(String header) {
        assertThat(month("TOPICS", header)).isEqualTo(YearMonth.of(2021, 3));
    }

    @Test
    void readsTheMonthInTheTitle() {
        assertThat(month("TOPICS | JDF No.133 2021 March | Japan Ministry of Defense", ""))
                .isEqualTo(YearMonth.of(2021, 3));
        assertThat(month("The 2021 March of the Bands | Japan Defense Focus", ""))
                .isNull();
    }

    private static @Nullable YearMonth month(String title, String header) {
        String page = "<title>" + title + "</title>" + header + "<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p>";
        IssueRef issue = Pages.topics(Pages.URL, page).get(0).issue();
        return issue == null ? null : issue.month();
    }
}
