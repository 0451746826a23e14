package org.jdfwire.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Topic;
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
    void takesTheWayToTheTopOffTheEndOfALine() {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks<a href='#top'>PAGE TOP</a></h3><p>" + BRIDGE
                + " <a href='#top'>▲Back to top</a></p>");
        assertThat(topic.title()).isEqualTo("A Bridge of Planks");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE);
        assertThat(Pages.topicOf("<h3>A Bridge of Planks<a href='#a'>#</a></h3><p>" + BRIDGE + "</p>")
                        .title())
                .isEqualTo("A Bridge of Planks");
    }

    @Test
    void givesPhotosTheWordsOnWhoStandsWhere() {
        Topic topic = Pages.topicOf(
                "<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><p><img src=a.jpg alt=''></p>"
                        + "<p>The builders (from left: Sato, Ota)</p><div><img src=b.jpg alt=''></div><p>From left: Mori, Abe</p>");
        assertThat(topic.images())
                .extracting(Image::caption)
                .containsExactly("The builders (from left: Sato, Ota)", "From left: Mori, Abe");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE);
    }

    @Test
    void takesATermThatIsAPhotoForNoHeading() {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><dl><dt><img src=a.jpg alt='A Bridge of Planks'></dt>"
                + "<dd>1. The first plank</dd></dl><p>" + BRIDGE + "</p>");
        assertThat(topic.images()).extracting(Image::caption).containsExactly("1. The first plank");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE);
    }

    @Test
    void takesTheHoursAndDaysOfATimeLineForNoHeadings() {
        Topic topic = Pages.topicOf("<h3>A Day at the Bridge</h3><dl><dt>06:00</dt><dd>Everyone gets up at once.</dd>"
                + "<dt>July 4</dt><dd>The last truck goes over it.</dd></dl>");
        assertThat(topic.title()).isEqualTo("A Day at the Bridge");
        assertThat(topic.paragraphs())
                .containsExactly("06:00", "Everyone gets up at once.", "July 4", "The last truck goes over it.");
    }

    @Test
    void takesTheSecondLineOfEachHeadlineForText() {
        List<Topic> topics = Pages.topicsOf("<h3>A Bridge of Planks</h3><h4>Members at Work</h4><p>" + BRIDGE
                + "</p><h3>Trucks Over the River</h3><h4>Forty in One Night</h4><p>" + RIVER + "</p>");
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "Trucks Over the River");
        assertThat(topics.get(0).paragraphs()).containsExactly("Members at Work", BRIDGE);
    }

    @Test
    void readsTheDeeperHeadingsUnderTheNamesOfChapters() {
        for (String chapter : List.of("", "Activities of the ")) {
            List<Topic> topics = Pages.topicsOf("<h3>" + chapter + "JGSDF</h3><h4>A Bridge of Planks</h4><p>" + BRIDGE
                    + "</p><h3>" + chapter + "JMSDF</h3><h4>Marines</h4><p>" + RIVER + "</p>");
            assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "Marines");
        }
    }

    @Test
    void readsAStoryWithNothingButPartsUnderItsHeadlineAsOne() {
        String story = Pages.page("<h3>Sixty Years of Bridges</h3><p><b>How It Began</b></p><p>" + BRIDGE
                + "</p><p><b>What Came of It</b></p><p>" + RIVER + "</p>");
        List<Topic> topics = Pages.topics("https://www.mod.go.jp/en/jdf/no133/column.html", story);
        assertThat(Pages.titles(topics)).containsExactly("Sixty Years of Bridges");
        assertThat(topics.get(0).paragraphs()).containsExactly("How It Began", BRIDGE, "What Came of It", RIVER);
    }

    @Test
    void endsTheNewsWhereTheSiteTellsOfItself() {
        Topic topic = Pages.topicOf(
                "<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><p>" + RIVER + "</p><p>Share this page</p>"
                        + "<p><span>1</span> <a href='?p=2'>2</a> <a href='?p=2'>Next</a></p>"
                        + "<p>Posted in <a href=/c>JDF</a> Tagged <a href=/t>bridges</a></p>"
                        + "<h3>Inquiries</h3><p>Please write to the Public Affairs Division.</p>");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
    }

    @Test
    void partsLinesThatAreSetInByAnEmSpace() {
        assertThat(Pages.topicOf("<h3>A Bridge of Planks</h3><div>" + BRIDGE + "<br>&emsp;" + RIVER + "</div>")
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
        assertThat(Pages.topicOf("<h3>Chiefs of Staff Talk in Athens</h3><p>They met for an hour.</p>")
                        .kind())
                .isEqualTo(Kind.MEETING);
    }

    @Test
    void meetsAViceMinisterInTheHeadingAndInTheTextAsOne() {
        Topic topic =
                Pages.topicOf("<h3>Vice-Minister Okawa Visits Peru</h3><p>On January 5, Vice-Minister of Defense for"
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
        assertThat(topics).extracting(Pages::countries).containsExactly(List.of("NO"), List.of("PE"));
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
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
    }

    @Test
    void givesACaptionAboveAPhotoToThatPhoto() {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><div><img src=a.jpg alt=''></div>"
                + "<div><p>Photo: the forty trucks</p><img src=b.jpg alt=''></div><p>" + RIVER + "</p>");
        assertThat(topic.images()).extracting(Image::caption).containsExactly(null, "Photo: the forty trucks");
    }

    @Test
    void takesABoldQuestionInCapitalsForAHeading() {
        List<Topic> topics = Pages.topicsOf("<p><b>Who Builds Us a Bridge?</b></p><p>" + BRIDGE
                + "</p><p><b>“We Come at Once!”</b></p><p>" + RIVER + "</p>");
        assertThat(Pages.titles(topics)).containsExactly("Who Builds Us a Bridge?", "“We Come at Once!”");
    }

    @Test
    void takesASentenceRightUnderAHeadingForTextWhateverItsElement() {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><h4>" + BRIDGE + "</h4><p>" + RIVER + "</p>");
        assertThat(topic.title()).isEqualTo("A Bridge of Planks");
        assertThat(topic.paragraphs()).containsExactly(BRIDGE, RIVER);
    }

    @Test
    void readsADayBeforeAColon() {
        Topic topic = Pages.topicOf("<h3>January 7: A Bridge of Planks</h3><p>Members built it in two days.</p>");
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
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks");
        assertThat(topics.get(0).paragraphs()).containsExactly(BRIDGE, "1. The planks", RIVER);
    }

    @Test
    void tellsNewsOfTwoDaysUnderTheSameHeadingApart() {
        String other = "On January 20, members built a bridge in one day.";
        List<Topic> topics = Pages.topicsOf("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><p>" + RIVER
                + "</p><h3>A Bridge of Planks</h3><p>" + other + "</p>");
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "A Bridge of Planks");
        assertThat(topics).extracting(Topic::paragraphs).containsExactly(List.of(BRIDGE, RIVER), List.of(other));
        assertThat(topics).extracting(Topic::topicId).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {RIVER, "On January 7, there was much to carry.", "Trucks"})
    void takesAHeadingSaidAgainForTheSameOne(String rest) {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><h3>A Bridge of Planks</h3><p>"
                + rest + "</p><p>" + RIVER + "</p>");
        assertThat(topic.paragraphs()).startsWith(BRIDGE, rest);
    }

    @Test
    void partsFusedHeadingsInItemsOfAList() {
        List<Topic> topics = Pages.topicsOf("<ul><li>A Bridge of Planks " + BRIDGE
                + "</li><li>Over the River On January 8, they crossed it with forty trucks.</li></ul>");
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
        assertThat(topics.get(0).paragraphs()).containsExactly(BRIDGE);
    }

    @Test
    void partsFusedHeadingsInItemsThatHoldOneTextAndInThoseThatHoldSeveral() {
        String over = "On January 8, they crossed it with forty trucks.";
        List<Topic> topics = Pages.topicsOf("<ul><li>A Bridge of Planks " + BRIDGE + "</li><li>Over the River " + over
                + "<br>　" + RIVER + "</li><li>Back to the Camp On January 9, they took it down.</li></ul>");
        assertThat(topics)
                .extracting(Topic::title, Topic::paragraphs)
                .containsExactly(
                        tuple("A Bridge of Planks", List.of(BRIDGE)),
                        tuple("Over the River", List.of(over, RIVER)),
                        tuple("Back to the Camp", List.of("On January 9, they took it down.")));
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
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
        assertThat(topics).extracting(Topic::paragraphs).containsExactly(List.of(BRIDGE), List.of(other));
        assertThat(topics.get(0).images()).extracting(Image::caption).containsExactly("Members lay a plank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Around the World", "From the Front", ""})
    void takesBoldLinesForHeadingsUnderARepeatedLine(String line) {
        String news = "<p>" + line + "</p><img src=a.jpg><p><b>%s</b></p><p>%s</p>";
        List<Topic> topics = Pages.topicsOf(news.formatted("Members lay a bridge", BRIDGE)
                + news.formatted("The trucks drive across", "On January 8, forty trucks crossed it."));
        assertThat(Pages.titles(topics)).containsExactly("Members lay a bridge", "The trucks drive across");
    }

    @Test
    void readsTheNewsInTheColumnsOfATable() {
        List<Topic> topics = Pages.topicsOf(
                "<table><tr><td><b>A Bridge of Planks</b><br>" + BRIDGE
                        + "</td><td><p><b>Over the River</b></p><p>On January 8, forty trucks crossed it.</p></td></tr></table>");
        assertThat(Pages.titles(topics)).containsExactly("A Bridge of Planks", "Over the River");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=b.gif alt='●'>", "<img src=b.gif alt='*' width=14>", "<img src=s.gif width=1>"})
    void takesNoBulletForAPhoto(String bullet) {
        assertThat(Pages.topicOf(bullet + "<h3>A Bridge of Planks</h3><p>" + bullet + BRIDGE + "</p>")
                        .images())
                .isEmpty();
    }

    @Test
    void keepsAPhotoThatAScriptEnlarges() {
        Topic topic = Pages.topicOf("<h3>A Bridge of Planks</h3><p>" + BRIDGE
                + "</p><a href='javascript:void(0)'><img src=a.jpg alt='Members lay a plank'></a>"
                + "<a href='javascript:window.print()'><img src=p.gif alt='For your printer'></a>");
        assertThat(topic.images()).extracting(Image::alt).containsExactly("Members lay a plank");
    }

    @Test
    void takesNoLineThatIsDrawnForAPhoto() {
        String line = "<p><img src=line.gif></p>";
        List<Topic> topics = Pages.topicsOf("<h3>A Bridge of Planks</h3><p>" + BRIDGE + "</p><img src=a.jpg>" + line
                + "<h3>Over the River</h3><p>On January 8, forty trucks crossed it.</p><img src=map.gif>" + line);
        assertThat(topics.get(0).images()).extracting(Image::url).allMatch(url -> url.endsWith("a.jpg"));
        assertThat(topics.get(1).images()).extracting(Image::url).allMatch(url -> url.endsWith("map.gif"));
    }
}
