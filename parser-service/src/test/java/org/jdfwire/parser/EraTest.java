package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of this project's own writing, in the shapes of the magazine's eras. */
class EraTest {
    private static final String SITE = "https://www.mod.go.jp";

    @Test
    void readsNoIssueFromTheIndexOfAllIssues() {
        ParseResult result = Pages.parse(SITE + "/en/jdf/", """
                <html><head><title>JDF - Japan Defense Focus</title></head><body><ul>
                <li><a href="no132/topics.html">Japan Defense Focus No.132 (Feb. 2021)</a></li>
                <li><a href="no131/topics.html">Japan Defense Focus No.131 (Jan. 2021)</a></li></ul></body></html>""".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(result).isInstanceOfSatisfying(ParseResult.Parsed.class, parsed -> {
            assertThat(parsed.topics()).isEmpty();
            assertThat(parsed.manifest().issue()).isNull();
        });
    }

    @Test
    void readsAPageOf2007WithABreadcrumbAndHeadingsInBold() {
        List<Topic> topics = Pages.topics(SITE + "/e/jdf/no08/topics.html", """
                <html><head><title>Japan Ministry of Defense</title></head><body bgcolor=white>
                <table width=700><tr><td>HOME &gt; JDF - Japan Defense Focus &gt; NO.8 TOPICS</td></tr></table>
                <table><tr><td width=120><a href=news.html>NEWS</a><br><a href=info.html>INFO</a></td>
                <td><font size=4><b>Japan-Australia Talks Held in Tokyo</b></font><br>
                The talks were held on June 5, 2007, at the Ministry. The minister welcomed the guests.<br>
                &nbsp;&nbsp;They agreed to meet again next year.<br><br>
                <b>Central Band Plays in the Park</b><br>
                On July 1, the band played to a full house. It rained.<br><br>
                <a href="#">PAGE TOP</a></td></tr></table></body></html>""");
        assertThat(titles(topics))
                .containsExactly("Japan-Australia Talks Held in Tokyo", "Central Band Plays in the Park");
        assertThat(topics.get(0).paragraphs()).hasSize(2);
        assertThat(topics.get(0).occurred().get(0).start()).isEqualTo(LocalDate.of(2007, 6, 5));
        assertThat(topics.get(0).countries())
                .extracting(country -> country.code())
                .containsExactly("JP", "AU");
        assertThat(topics.get(0).parser().layout()).isEqualTo("jdf-2006");
        assertThat(topics.get(0).topicId()).isEqualTo("jdf-8-topics-japan-australia-talks-held-in-tokyo");
        // the page states no month, so the year of July 1 is unknown
        assertThat(topics.get(1).occurred()).isEmpty();
        assertThat(topics.get(0).issue().month()).isNull();
    }

    @Test
    void readsHeadingsThatAreFusedToTheirText() {
        List<Topic> topics = Pages.topics(SITE + "/e/jdf/no04/news.html", """
                <html><body><p>Opening of the New Training Center in Okinawa On October 3, 2006, the vice-minister opened
                the center.</p><p>He thanked the builders.</p>
                <p>Visit of the Indian Chief of Staff From November 6 to 8, 2006, the chief visited Tokyo.</p></body></html>""");
        assertThat(titles(topics))
                .containsExactly("Opening of the New Training Center in Okinawa", "Visit of the Indian Chief of Staff");
        assertThat(topics.get(0).paragraphs()).hasSize(2);
        assertThat(topics.get(0).paragraphs().get(0)).startsWith("On October 3, 2006, the vice-minister");
    }

    @Test
    void readsAPageOf2016WithoutAMonth() {
        List<Topic> topics = Pages.topics(SITE + "/e/jdf/no77/activities.html", """
                <html><head><title>JDF</title></head><body><div>JDF JapanDefenseFocus No.77</div>
                <div><h3>Destroyer Calls at Port in Germany</h3><img src=a.jpg alt="Destroyer Calls at Port in Germany">
                <p>On May 10, the destroyer called at the port of Kiel.</p><p>The crew met sailors on May 11, 2016.</p></div>
                </body></html>""");
        assertThat(topics).hasSize(1);
        assertThat(topics.get(0).issue().number()).isEqualTo(77);
        assertThat(topics.get(0).issue().month()).isNull();
        assertThat(topics.get(0).section()).isEqualTo("activities");
        assertThat(topics.get(0).kind().text()).isEqualTo("port-call");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Japan Defense Focus No.133 Mar. 2021",
                "JDF JapanDefenseFocus No.133 March 2021",
                "No.133 MARCH 2021",
                "Japan Ministry of Defense<br>Japan Defense Focus<br>No.133 MARCH 2021",
                "Japan Defense Focus (JDF) No. 133 Mar.2021"
            })
    void readsTheMonthFromEveryFormOfTheHeader(String header) {
        List<Topic> topics = Pages.topics(
                SITE + "/en/jdf/no133/topics.html",
                "<body><div>" + header
                        + "</div><h2>Minister Meets Guest</h2><p>On December 1, the minister met him.</p>");
        assertThat(topics.get(0).issue().month()).isEqualTo(YearMonth.of(2021, 3));
        assertThat(topics.get(0).occurred().get(0).start()).isEqualTo(LocalDate.of(2020, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "UTF-8", "ISO-2022-JP"})
    void readsJapaneseEncodingsNamedOrNot(String encoding) {
        String body =
                "<h2>Minister Meets Guest</h2><p>On December 1, the minister met a guest (防衛大臣が会談しました) in Tokyo.</p>";
        for (String meta : List.of("<meta charset='" + encoding + "'>", "")) {
            String html = Pages.page(body).replace("<head>", "<head>" + meta);
            ParseResult result = Pages.parse(Pages.URL, html.getBytes(Charset.forName(encoding)));
            assertThat(result).isInstanceOf(ParseResult.Parsed.class);
            assertThat(((ParseResult.Parsed) result)
                            .topics()
                            .get(0)
                            .paragraphs()
                            .get(0))
                    .contains("防衛大臣が会談しました");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "UTF-8"})
    void tellsAnEncodingByTheWideSpacesOfItsIndents(String encoding) {
        String body =
                "<h2>Minister Meets Guest</h2><p>On December 1, the minister met a guest.<br>\u3000They ate together.";
        ParseResult result = Pages.parse(Pages.URL, Pages.page(body).getBytes(Charset.forName(encoding)));
        assertThat(result)
                .isInstanceOfSatisfying(
                        ParseResult.Parsed.class,
                        parsed -> assertThat(parsed.topics().get(0).paragraphs())
                                .containsExactly("On December 1, the minister met a guest.", "They ate together."));
    }

    @Test
    void readsTheSmartphoneTwinAsTheSameTopics() {
        String body = "<h2>Minister Meets Guest</h2><p>On December 1, the minister met a guest.</p>";
        Topic page = Pages.topics(SITE + "/e/jdf/no110/activities.html", Pages.page(body))
                .get(0);
        Topic twin = Pages.topics(SITE + "/e/jdf/sp/no110/sp_activities.html", Pages.page(body))
                .get(0);
        assertThat(twin.topicId()).isEqualTo(page.topicId());
        assertThat(twin.contentHash()).isEqualTo(page.contentHash());
    }

    private static List<String> titles(List<Topic> topics) {
        return topics.stream().map(Topic::title).toList();
    }
}
