package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which pages show flags, and write countries beside them. */
class FlagMarkupTest {
    private static final String NORWAY = "<p>On January 5, both ministers talked by telephone.</p>";
    private static final String PERU = "<p>On January 6, both ministers talked by telephone.</p>";
    private static final String BRIDGE = "On January 7, members built a bridge in two days.";
    private static final String RIVER = "They crossed the river with forty trucks.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<i>Flag:%s</i><i>Flag:japan</i>",
                "<p>Flag:%s Flag:japan</p>",
                "<svg aria-label='Flag:%s'><use href='#f'/></svg><svg role=img><title>Flag:japan</title></svg>",
                "<span role=img aria-label='Flag:%s'></span><span role=img aria-label='Flag:japan'></span>",
                "<p><img src=f.png alt='Flag:%s'> and <img src=f.png alt='Flag:japan'></p>"
            })
    void readsFlagsThatAreNoImages(String flags) {
        List<Topic> topics = Pages.topicsOf(
                "<h3>Talks of the Week</h3>" + flags.formatted("norway") + NORWAY + flags.formatted("peru") + PERU);
        assertThat(topics).extracting(Pages::countries).containsExactly(List.of("NO", "JP"), List.of("PE", "JP"));
        assertThat(topics).allSatisfy(topic -> assertThat(topic.paragraphs()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ul><li><img src=f.png alt='Flag:%1$s'><span>%1$s</span></li><li><img src=f.png alt='Flag:japan'><span>Japan</span></li></ul>",
                "<dl><dt><img src=f.png alt='Flag:%1$s'>%1$s<img src=f.png alt='Flag:japan'>Japan</dt></dl>",
                "<p><img src=f.png alt='Flag:%1$s'><img src=f.png alt='Flag:japan'> <b>%1$s / Japan</b></p>",
                "<div><img src=f.png alt='Flag:%1$s'><img src=f.png alt='Flag:japan'></div><p>%1$s-Japan</p>"
            })
    void takesTheNamesBesideFlagsForNothingElse(String flags) {
        List<Topic> topics = Pages.topicsOf(
                "<h3>Talks of the Week</h3>" + flags.formatted("Norway") + NORWAY + flags.formatted("Peru") + PERU);
        assertThat(Pages.titles(topics)).containsExactly("Talks of the Week", "Talks of the Week");
        assertThat(topics).extracting(Pages::countries).containsExactly(List.of("NO", "JP"), List.of("PE", "JP"));
        assertThat(topics).allSatisfy(topic -> assertThat(topic.paragraphs()).hasSize(1));
    }

    @Test
    void keepsCountriesAsHeadingsWhereThereAreNoOthers() {
        List<Topic> topics = Pages.topicsOf("<dl><dt><img src=f.png alt='Flag:norway'>Norway</dt><dd>" + NORWAY
                + "</dd><dt><img src=f.png alt='Flag:peru'>Peru</dt><dd>" + PERU + "</dd></dl>");
        assertThat(Pages.titles(topics)).containsExactly("Norway", "Peru");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h4><img src=f.png alt='Flag:%1$s'> %1$s</h4>",
                "<h3>%1$s <img src=f.png alt='Flag:%1$s'></h3>",
                "<p><img src=f.png alt='Flag:%1$s'></p><h5>%1$s</h5>"
            })
    void takesNoCountriesForTitlesUnderOneHeading(String flag) {
        List<Topic> topics = Pages.topicsOf("<h2>Talks of the Week</h2>" + flag.formatted("Norway") + NORWAY
                + flag.formatted("Peru") + PERU + "<h2>A Bridge of Planks</h2><p>" + BRIDGE + "</p>");
        assertThat(Pages.titles(topics))
                .containsExactly("Talks of the Week", "Talks of the Week", "A Bridge of Planks");
        assertThat(topics).extracting(Pages::countries).startsWith(List.of("NO"), List.of("PE"));
        assertThat(topics.get(1).group()).isEqualTo(new Group(2, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // words of its own
                "<h2>Talks of the Week</h2><p>" + BRIDGE + "</p>%s%s",
                // other news beside the countries
                "<h2>Talks of the Week</h2>%s%s<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p>"
            })
    void keepsCountriesAsTitlesBesideOthers(String page) {
        String country = "<h3><img src=f.png alt='Flag:%1$s'> %1$s</h3>";
        List<Topic> topics =
                Pages.topicsOf(page.formatted(country.formatted("Norway") + NORWAY, country.formatted("Peru") + PERU));
        assertThat(Pages.titles(topics)).contains("Norway", "Peru");
    }

    @Test
    void partsNoTopicAtTheFlagsOfATable() {
        Topic topic =
                Pages.topicOf("<h3>Four Navies at Sea</h3><p>" + BRIDGE + "</p><table><tr><th>Country<th>Ship</tr>"
                        + "<tr><td><img src=f.png alt='Flag:norway'> Norway<td>Sampleheim</tr>"
                        + "<tr><td><img src=f.png alt='Flag:peru'> Peru<td>Ejemplo</tr></table><p>" + RIVER + "</p>");
        assertThat(topic.paragraphs())
                .containsExactly(BRIDGE, "Country: Ship", "Norway: Sampleheim", "Peru: Ejemplo", RIVER);
        assertThat(Pages.countries(topic)).containsExactly("NO", "PE");
    }

    @ParameterizedTest
    @CsvSource({"the United States, US", "the UK, GB", "the ROK, KR", "the Netherlands, NL", "Thailand, TH"})
    void knowsCountriesWithAndWithoutTheArticle(String country, String code) {
        Topic topic = Pages.topicOf("<h3>Talks of the Week</h3><img src=f.png alt='Flag:" + country + "'>" + NORWAY);
        assertThat(Pages.countries(topic)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "<p>Norway%s</p>, NO",
        "<p><span>USA</span>%s</p>, US",
        "<div><b>South Korea</b>%s<br></div>, KR",
        "<p>NorwayJapan%s</p>, NO JP"
    })
    void readsFlagsThatAreWordsFusedToTheSentence(String news, String codes) {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3>" + news.formatted(BRIDGE) + "<p>" + RIVER + "</p>");
        assertThat(Pages.countries(topic)).containsExactly(codes.split(" "));
        assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
    }

    @Test
    void partsTopicsAtFlagsThatAreWords() {
        List<Topic> topics = Pages.topicsOf("<h3>Talks of the Week</h3>" + NORWAY.replace("<p>", "<p>Norway")
                + PERU.replace("<p>", "<p><span>Peru</span>"));
        assertThat(topics).extracting(Pages::countries).containsExactly(List.of("NO"), List.of("PE"));
        assertThat(topics.get(1).group()).isEqualTo(new Group(2, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JapanSelf-Defense Forces members built a bridge.",
                "USArmy members built a bridge of planks.",
                "JapanNorway talks on bridges were held in May.",
                "Norway On January 7, members built a bridge.",
                "NorwayBridgeWorks built a bridge in two days.",
                "Norwayians built a bridge in two days.",
                "U.S.Defense Secretary Carver saw a bridge of planks."
            })
    void leavesSentencesThatHaveOnlyLostAGap(String sentence) {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><p>" + sentence + "</p><p>" + RIVER + "</p>");
        assertThat(topic.paragraphs()).containsExactly(sentence, RIVER);
    }
}
