package org.jdfwire.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways of building a page that web agencies have and that the parser once misread, one a test. */
class AgencyMarkupTest {
    private static final String NORWAY = "<p>On January 5, both ministers talked by telephone.</p>";
    private static final String PERU = "<p>On January 6, both ministers talked by telephone.</p>";
    private static final String BRIDGE = "On January 7, members built a bridge in two days.";
    private static final String RIVER = "They crossed the river with forty trucks.";

    @Test
    void readsWhatAReaderUnfolds() {
        String link = "<p><a href='javascript:void(0)'>Read more</a></p>";
        String folded = "<div style='display:none'><p>" + RIVER + "</p></div>";
        for (String rest : List.of(link + folded, folded + link)) {
            Topic topic = one("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p>" + rest);
            assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
        }
    }

    @Test
    void readsTheHiddenTextUnderAHeading() {
        List<Topic> topics = Pages.topicsOf("<dl><dt>A Bridge of Planks</dt><dd style='display:none'><p>" + BRIDGE
                + "</p></dd><dt>Over the River</dt><dd style='display:none'><p>" + RIVER + "</p></dd></dl>");
        assertThat(titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
    }

    @Test
    void leavesHiddenWhatNothingUnfolds() {
        Topic topic = one("<button aria-expanded=false aria-controls=menu>Open main menu</button>"
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
        assertThat(one(markup.formatted(text)).title()).isEqualTo("A Bridge of Planks");
    }

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
        assertThat(topics)
                .extracting(AgencyMarkupTest::countries)
                .containsExactly(List.of("NO", "JP"), List.of("PE", "JP"));
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
        assertThat(titles(topics)).containsExactly("Talks of the Week", "Talks of the Week");
        assertThat(topics)
                .extracting(AgencyMarkupTest::countries)
                .containsExactly(List.of("NO", "JP"), List.of("PE", "JP"));
        assertThat(topics).allSatisfy(topic -> assertThat(topic.paragraphs()).hasSize(1));
    }

    @Test
    void keepsCountriesAsHeadingsWhereThereAreNoOthers() {
        List<Topic> topics = Pages.topicsOf("<dl><dt><img src=f.png alt='Flag:norway'>Norway</dt><dd>" + NORWAY
                + "</dd><dt><img src=f.png alt='Flag:peru'>Peru</dt><dd>" + PERU + "</dd></dl>");
        assertThat(titles(topics)).containsExactly("Norway", "Peru");
    }

    @Test
    void partsNoTopicAtTheFlagsOfATable() {
        Topic topic = one("<h3>Four Navies at Sea</h3><p>" + BRIDGE + "</p><table><tr><th>Country<th>Ship</tr>"
                + "<tr><td><img src=f.png alt='Flag:norway'> Norway<td>Sampleheim</tr>"
                + "<tr><td><img src=f.png alt='Flag:peru'> Peru<td>Ejemplo</tr></table><p>" + RIVER + "</p>");
        assertThat(topic.paragraphs())
                .containsExactly(BRIDGE, "Country: Ship", "Norway: Sampleheim", "Peru: Ejemplo", RIVER);
        assertThat(countries(topic)).containsExactly("NO", "PE");
    }

    @Test
    void takesTheWayToTheTopOffTheEndOfALine() {
        Topic topic = one("<h3>A Bridge of Planks<a href='#top'>PAGE TOP</a></h3><p>" + BRIDGE
                + " <a href='#top'>▲Back to top</a></p>");
        assertThat(topic.title()).isEqualTo("A Bridge of Planks");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE);
        assertThat(one("<h3>A Bridge of Planks<a href='#a'>#</a></h3><p>" + BRIDGE + "</p>")
                        .title())
                .isEqualTo("A Bridge of Planks");
    }

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

    @Test
    void givesPhotosTheWordsOnWhoStandsWhere() {
        Topic topic = one(
                "<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><p><img src=a.jpg alt=''></p>"
                        + "<p>The builders (from left: Sato, Ota)</p><div><img src=b.jpg alt=''></div><p>From left: Mori, Abe</p>");
        assertThat(topic.images())
                .extracting(Image::caption)
                .containsExactly("The builders (from left: Sato, Ota)", "From left: Mori, Abe");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE);
    }

    @Test
    void takesATermThatIsAPhotoForNoHeading() {
        Topic topic = one("<h3>A Bridge of Planks</h3><dl><dt><img src=a.jpg alt='A Bridge of Planks'></dt>"
                + "<dd>1. The first plank</dd></dl><p>" + BRIDGE + "</p>");
        assertThat(topic.images()).extracting(Image::caption).containsExactly("1. The first plank");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE);
    }

    @Test
    void takesTheHoursAndDaysOfATimeLineForNoHeadings() {
        Topic topic = one("<h3>A Day at the Bridge</h3><dl><dt>06:00</dt><dd>Everyone gets up at once.</dd>"
                + "<dt>July 4</dt><dd>The last truck goes over it.</dd></dl>");
        assertThat(topic.title()).isEqualTo("A Day at the Bridge");
        assertThat(topic.paragraphs())
                .containsExactly("06:00", "Everyone gets up at once.", "July 4", "The last truck goes over it.");
    }

    @Test
    void takesTheSecondLineOfEachHeadlineForText() {
        List<Topic> topics = Pages.topicsOf("<h3>A Bridge of Planks</h3><h4>Members at Work</h4><p>" + BRIDGE
                + "</p><h3>Trucks Over the River</h3><h4>Forty in One Night</h4><p>" + RIVER + "</p>");
        assertThat(titles(topics)).containsExactly("A Bridge of Planks", "Trucks Over the River");
        assertThat(topics.get(0).paragraphs()).containsExactly("Members at Work", BRIDGE);
    }

    @Test
    void readsTheDeeperHeadingsUnderTheNamesOfChapters() {
        for (String chapter : List.of("", "Activities of the ")) {
            List<Topic> topics = Pages.topicsOf("<h3>" + chapter + "JGSDF</h3><h4>A Bridge of Planks</h4><p>" + BRIDGE
                    + "</p><h3>" + chapter + "JMSDF</h3><h4>Marines</h4><p>" + RIVER + "</p>");
            assertThat(titles(topics)).containsExactly("A Bridge of Planks", "Marines");
        }
    }

    @Test
    void readsAStoryWithNothingButPartsUnderItsHeadlineAsOne() {
        String story = Pages.page("<h3>Sixty Years of Bridges</h3><p><b>How It Began</b></p><p>" + BRIDGE
                + "</p><p><b>What Came of It</b></p><p>" + RIVER + "</p>");
        List<Topic> topics = Pages.topics("https://www.mod.go.jp/en/jdf/no133/column.html", story);
        assertThat(titles(topics)).containsExactly("Sixty Years of Bridges");
        assertThat(topics.get(0).paragraphs()).containsExactly("How It Began", BRIDGE, "What Came of It", RIVER);
    }

    @Test
    void endsTheNewsWhereTheSiteTellsOfItself() {
        Topic topic = one("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><p>" + RIVER + "</p><p>Share this page</p>"
                + "<p><span>1</span> <a href='?p=2'>2</a> <a href='?p=2'>Next</a></p>"
                + "<p>Posted in <a href=/c>JDF</a> Tagged <a href=/t>bridges</a></p>"
                + "<h3>Inquiries</h3><p>Please write to the Public Affairs Division.</p>");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
    }

    @Test
    void partsLinesThatAreSetInByAnEmSpace() {
        assertThat(one("<h3>A Bridge of Planks</h3><div>" + BRIDGE + "<br>&emsp;" + RIVER + "</div>")
                        .paragraphs())
                .containsExactly(BRIDGE, RIVER);
    }

    @Test
    void refusesThePageThatAServerSendsInPlaceOfOneItHasNot() {
        byte[] missing = "<title>404 Not Found</title><h1>Page Not Found</h1><p>It may have been moved or deleted.</p>"
                .getBytes(UTF_8);
        assertThat(Pages.reject(Pages.URL, missing).reason()).isEqualTo(RejectReason.NOT_JDF);
        String news = "<title>News</title><h3>Ship Not Found After Ten Days</h3><p>" + BRIDGE + "</p>";
        assertThat(Pages.topics(Pages.URL, news)).hasSize(1);
    }

    @Test
    void tellsAThingForAPurposeFromThePurpose() {
        String page = Pages.page("<h3>Rescue Helicopter Sample-3</h3><p>It can carry eleven people up a slope.</p>");
        Topic topic = Pages.topics("https://www.mod.go.jp/en/jdf/no133/equipment.html", page)
                .get(0);
        assertThat(topic.kind()).isEqualTo(Kind.EQUIPMENT);
        assertThat(one("<h3>Chiefs of Staff Talk in Athens</h3><p>They met for an hour.</p>")
                        .kind())
                .isEqualTo(Kind.MEETING);
    }

    @Test
    void meetsAViceMinisterInTheHeadingAndInTheTextAsOne() {
        Topic topic = one("<h3>Vice-Minister Okawa Visits Peru</h3><p>On January 5, Vice-Minister of Defense for"
                + " International Affairs Okawa visited Lima.</p>");
        assertThat(topic.people()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><img src=a.jpg alt='Talks of the Week'><br><b>Talks of the Week</b></div>",
                "<div><img src=a.jpg alt='Talks of the Week'></div><p><strong>Talks of the Week</strong></p>",
                "<dl><dt><img src=a.jpg alt='Talks of the Week'></dt><dd>Talks of the Week</dd></dl>"
            })
    void takesTheHeadingUnderAPhotoForItsCaption(String photo) {
        List<Topic> topics = Pages.topicsOf("<p><b>Talks of the Week</b></p><p><img src=f.png alt='Flag:norway'></p>"
                + photo + NORWAY + "<p><img src=f.png alt='Flag:peru'></p>" + photo + PERU);
        assertThat(topics).extracting(AgencyMarkupTest::countries).containsExactly(List.of("NO"), List.of("PE"));
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.paragraphs()).hasSize(1);
            assertThat(topic.images()).hasSize(1);
        });
    }

    @Test
    void takesNoCaptionForTheHeadingOfAPageWithout() {
        List<Topic> topics = Pages.topicsOf("<div>A Bridge of Planks</div><p><img src=a.jpg alt=''></p>"
                + "<p>The builder (left) and his planks</p><p>" + BRIDGE + "</p><div>Over the River</div>"
                + "<section><div><img src=b.jpg alt=''><p>The forty trucks</p></div></section><p>" + RIVER + "</p>");
        assertThat(titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
    }

    @Test
    void givesACaptionAboveAPhotoToThatPhoto() {
        Topic topic = one("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><div><img src=a.jpg alt=''></div>"
                + "<div><p>Photo: the forty trucks</p><img src=b.jpg alt=''></div><p>" + RIVER + "</p>");
        assertThat(topic.images()).extracting(Image::caption).containsExactly(null, "Photo: the forty trucks");
    }

    @Test
    void takesABoldQuestionInCapitalsForAHeading() {
        List<Topic> topics = Pages.topicsOf("<p><b>Who Builds Us a Bridge?</b></p><p>" + BRIDGE
                + "</p><p><b>“We Come at Once!”</b></p><p>" + RIVER + "</p>");
        assertThat(titles(topics)).containsExactly("Who Builds Us a Bridge?", "“We Come at Once!”");
    }

    @Test
    void takesASentenceRightUnderAHeadingForTextWhateverItsElement() {
        Topic topic = one("<h3>A Bridge of Planks</h3><h4>" + BRIDGE + "</h4><p>" + RIVER + "</p>");
        assertThat(topic.title()).isEqualTo("A Bridge of Planks");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
    }

    @Test
    void readsADayBeforeAColon() {
        Topic topic = one("<h3>January 7: A Bridge of Planks</h3><p>Members built it in two days.</p>");
        assertThat(topic.occurred().get(0).start()).isEqualTo(LocalDate.of(2021, 1, 7));
    }

    @Test
    void isNoLessSureOfATextWhoseDamageIsUndone() {
        byte[] page = Pages.page("<h3>A Bridge of Planks</h3><p>On January 7, engineers of lndia built a bridge.</p>")
                .getBytes(UTF_8);
        ParseResult.Parsed parsed = (ParseResult.Parsed) Pages.parse(Pages.URL, page);
        assertThat(parsed.manifest().confidence().measures())
                .filteredOn(measure -> measure.name().equals("text"))
                .allSatisfy(text -> assertThat(text.found()).isEqualTo(text.of()));
    }

    @Test
    void readsHeadingsByTheirRole() {
        List<Topic> topics = Pages.topicsOf("<div role=heading aria-level=2>A Bridge of Planks</div><p>" + BRIDGE
                + "</p><div role=heading aria-level=3>1. The planks</div><p>" + RIVER + "</p>");
        assertThat(titles(topics)).containsExactly("A Bridge of Planks");
        assertThat(topics.get(0).paragraphs()).containsExactly(BRIDGE, "1. The planks", RIVER);
    }

    @Test
    void tellsNewsOfTwoDaysUnderTheSameHeadingApart() {
        String other = "On January 20, members built a bridge in one day.";
        List<Topic> topics = Pages.topicsOf("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><p>" + RIVER
                + "</p><h3>A Bridge of Planks</h3><p>" + other + "</p>");
        assertThat(titles(topics)).containsExactly("A Bridge of Planks", "A Bridge of Planks");
        assertThat(topics).extracting(Topic::paragraphs).containsExactly(List.of(BRIDGE, RIVER), List.of(other));
        assertThat(topics).extracting(Topic::topicId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {RIVER, "On January 7, there was much to carry.", "Trucks"})
    void takesAHeadingSaidAgainForTheSameOne(String rest) {
        Topic topic = one("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><h3>A Bridge of Planks</h3><p>" + rest
                + "</p><p>" + RIVER + "</p>");
        assertThat(topic.paragraphs()).startsWith(BRIDGE, rest);
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

    @Test
    void partsFusedHeadingsInItemsOfAList() {
        List<Topic> topics = Pages.topicsOf("<ul><li>A Bridge of Planks " + BRIDGE
                + "</li><li>Over the River On January 8, they crossed it with forty trucks.</li></ul>");
        assertThat(titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
        assertThat(topics.get(0).paragraphs()).containsExactly(BRIDGE);
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
        assertThat(one(heading + "<p>" + BRIDGE + "</p>").title()).isEqualTo("A Bridge of Planks");
    }

    @Test
    void readsTheFlagOffTheScreenInAHeading() {
        Topic topic = one(
                "<h3><span style='position:absolute;left:-9999px'>Flag:norway</span>Talks of the Week</h3>" + NORWAY);
        assertThat(countries(topic)).contains("NO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%1$s</p><img src=a.jpg><p><b>%2$s</b></p><p>%3$s</p>",
                "<p>%1$s</p><div><img src=a.jpg><br><b>%2$s</b></div><p>%3$s</p>",
                "<p>%1$s</p><p>%3$s</p><img src=a.jpg><p><b>%2$s</b></p>"
            })
    void takesPlainLinesForHeadingsOverBoldCaptions(String news) {
        String other = "On January 8, forty trucks crossed it.";
        List<Topic> topics = Pages.topicsOf(news.formatted("A Bridge of Planks", "Members lay a plank", BRIDGE)
                + news.formatted("Over the River", "The trucks drive across", other));
        assertThat(titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
        assertThat(topics).extracting(Topic::paragraphs).containsExactly(List.of(BRIDGE), List.of(other));
        assertThat(topics.get(0).images()).extracting(Image::caption).containsExactly("Members lay a plank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Around the World", "From the Front", ""})
    void takesBoldLinesForHeadingsUnderARepeatedLine(String line) {
        String news = "<p>" + line + "</p><img src=a.jpg><p><b>%s</b></p><p>%s</p>";
        List<Topic> topics = Pages.topicsOf(news.formatted("Members lay a bridge", BRIDGE)
                + news.formatted("The trucks drive across", "On January 8, forty trucks crossed it."));
        assertThat(titles(topics)).containsExactly("Members lay a bridge", "The trucks drive across");
    }

    private static Topic one(String body) {
        List<Topic> topics = Pages.topicsOf(body);
        assertThat(titles(topics)).hasSize(1);
        return topics.get(0);
    }

    private static List<String> titles(List<Topic> topics) {
        return topics.stream().map(Topic::title).toList();
    }

    private static List<String> countries(Topic topic) {
        return topic.countries().stream().map(Country::code).toList();
    }
}
