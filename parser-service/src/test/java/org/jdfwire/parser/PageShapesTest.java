package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Link;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;

/** One peculiarity of the magazine's pages a test. */
class PageShapesTest {
    private static final String TEXT = "<p>On January 5, the minister met a guest.</p>";

    @Test
    void keepsSubheadingsInsideTheirTopic() {
        List<Topic> topics = Pages.topicsOf("<h2>Exercise Held</h2><p>On January 5, it began.</p><h3>1. Purpose</h3>"
                + "<p>The purpose was to train.</p><h3>2. Outcome</h3><p>All went well there.</p>"
                + "<h2>Band Concert Held</h2>" + TEXT);
        assertThat(titles(topics)).containsExactly("Exercise Held", "Band Concert Held");
        assertThat(topics.get(0).paragraphs())
                .containsExactly(
                        "On January 5, it began.",
                        "1. Purpose",
                        "The purpose was to train.",
                        "2. Outcome",
                        "All went well there.");
    }

    @Test
    void takesTheLevelThatRepeatsUnderASingleHeading() {
        List<Topic> topics = Pages.topicsOf("<h2>Defense Exchanges</h2><h3>Ministers</h3><h4>Minister Meets Guest</h4>"
                + TEXT + "<h4>Vice-Minister Visits Germany</h4><p>From January 6 to 8, he visited Berlin.</p>");
        assertThat(titles(topics)).containsExactly("Minister Meets Guest", "Vice-Minister Visits Germany");
    }

    @Test
    void readsFlagsThatCloseTheirItems() {
        String japan = "<img src=f.png alt='Flag:japan'>";
        List<Topic> topics = Pages.topicsOf(
                "<h2>Recent Talks</h2><p>On January 5, they talked.</p><p><img src=f.png alt='Flag:germany'>" + japan
                        + "</p><p>On January 6, others talked.</p><p><img src=f.png alt='Flag:france'>" + japan
                        + "</p>");
        assertThat(topics).hasSize(2);
        assertThat(countries(topics.get(0))).containsExactly("DE", "JP");
        assertThat(countries(topics.get(1))).containsExactly("FR", "JP");
    }

    @Test
    void readsFlagsThatCloseTheirItemsAboveAHeadingOfLinks() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Recent Talks</h2><p>On January 5, they talked.</p><p><img src=f.png alt='Flag:germany'></p>"
                        + "<p>On January 6, others talked.</p><p><img src=f.png alt='Flag:france'></p>"
                        + "<p><a href='#'>PAGE TOP</a></p><h2>Related Information</h2>"
                        + "<ul><li><a href='/en/press/'>Press Conferences</a></li></ul>");
        assertThat(topics).hasSize(2);
        assertThat(countries(topics.get(0))).containsExactly("DE");
    }

    @Test
    void takesNoNoticeOfTheSiteForNews() {
        String notices = "<p>This site uses cookies to work well.</p><p>Last updated: March 10, 2021</p>"
                + "<p>To view PDF files, you need Adobe Reader.</p><p>Text size S M L</p>";
        List<Topic> topics = Pages.topicsOf(notices + "<h3>Minister Meets Guest</h3>" + TEXT + notices);
        assertThat(titles(topics)).containsExactly("Minister Meets Guest");
        assertThat(topics.get(0).paragraphs()).containsExactly("On January 5, the minister met a guest.");
    }

    @Test
    void readsTheSameRunTwiceWithNothingBetweenAsOne() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Recent Talks</h2><p><img src=a.png alt='Flag:lndia'></p><div><img src=b.png alt='Flag:lndia'></div>"
                        + "<p>On January 5, they talked.</p>");
        assertThat(topics).hasSize(1);
        assertThat(countries(topics.get(0))).containsExactly("IN");
    }

    @Test
    void neverTitlesATopicByAPhotoOfAnotherArticle() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Minister Meets Guest</h2>" + TEXT
                        + "<p><img src=x.jpg alt='Ship Leaves Port'></p><p><img src=y.jpg alt='Ship Leaves Port'></p><p>They shook hands.</p>");
        assertThat(titles(topics)).containsExactly("Minister Meets Guest");
        assertThat(topics.get(0).images()).hasSize(2);
    }

    @Test
    void keepsACaptionThatSaysMoreThanTheHeading() {
        List<Topic> topics = Pages.topicsOf("<h2>Minister Meets Guest</h2>" + TEXT
                + "<figure><img src=x.jpg alt=''><figcaption>The minister (right) and his guest</figcaption></figure>"
                + "<figure><img src=y.jpg alt=''><figcaption>Minister Meets Guest</figcaption></figure>");
        assertThat(topics.get(0).images())
                .extracting(image -> image.caption())
                .containsExactly("The minister (right) and his guest", null);
        assertThat(topics.get(0).paragraphs()).hasSize(1);
    }

    @Test
    void takesNoPageTopForTheCaptionOfThePhotoAboveIt() {
        List<Topic> topics = Pages.topicsOf("<h2>Minister Meets Guest</h2>" + TEXT
                + "<img src=x.jpg alt='Minister Meets Guest'>\n<a href='#top'>PAGE TOP</a>");
        assertThat(topics.get(0).images()).extracting(image -> image.caption()).containsOnlyNulls();
    }

    @Test
    void readsTablesAndListsLineByLine() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Exercise Held</h2><p>On January 5, it began.</p><table><tr><th>Place<td>Okinawa</tr>"
                        + "<tr><th>Units<td>Two</tr></table><ul><li>First day: arrival<li>Second day: departure</ul>");
        assertThat(topics.get(0).paragraphs())
                .containsExactly(
                        "On January 5, it began.",
                        "Place: Okinawa",
                        "Units: Two",
                        "First day: arrival",
                        "Second day: departure");
    }

    @Test
    void readsQuestionsAndAnswersInOrder() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Ask the Minister</h2><p>The minister answers.</p><p><b>Q1 What is new?</b></p><p>A1. Much is new this year.</p>"
                        + "<p><b>Q2 What is old?</b></p><p>A2. The rest is as it was.</p>");
        assertThat(topics).hasSize(1);
        assertThat(topics.get(0).paragraphs())
                .containsExactly(
                        "The minister answers.",
                        "Q1 What is new?",
                        "A1. Much is new this year.",
                        "Q2 What is old?",
                        "A2. The rest is as it was.");
    }

    @Test
    void takesLinksOfTheTextAndNeitherEnlargementsNorNavigation() {
        List<Topic> topics = Pages.topicsOf(
                "<h2>Minister Meets Guest</h2><p>On January 5, they met; see the "
                        + "<a href='/en/press/1.html'>joint statement</a>, a <a href='big.jpg'>photo</a> and <a href='#note'>a note</a>.</p>"
                        + "<p><a href='images/l.jpg'><img src=s.jpg alt=x></a></p><p><a href=index.html>Back</a> <a href=column.html>Next</a></p>");
        assertThat(topics.get(0).links())
                .containsExactly(new Link("https://www.mod.go.jp/en/press/1.html", "joint statement"));
        assertThat(topics.get(0).paragraphs()).hasSize(1);
    }

    @Test
    void pointsToTheLinesAndTheElementInTheBytes() {
        String html = "<html>\n<body>\n<div>\n<h2>First One Here</h2>\n" + TEXT
                + "\n</div>\n<div>\n<h2>Minister\nMeets Guest</h2>\n" + TEXT + "\n<p>They shook\nhands.\n</p>\n</div>";
        Topic topic = Pages.topics(Pages.URL, html).get(1);
        assertThat(topic.evidence().startLine()).isEqualTo(8);
        assertThat(topic.evidence().endLine()).isEqualTo(12);
        assertThat(topic.evidence().selector()).isEqualTo("body > div:nth-of-type(2) > h2:nth-of-type(1)");
    }

    @Test
    void numbersTopicsOnlyWhereHeadingAndPartnersAreTheSame() {
        List<Topic> topics = Pages.topicsOf("<h2>Minister Meets Guest</h2>" + TEXT + "<h2>Band Concert Held</h2>" + TEXT
                + "<h2>Minister Meets Guest</h2><p>On January 9, the minister met another guest.</p>");
        assertThat(topics)
                .extracting(Topic::topicId)
                .containsExactly(
                        "jdf-133-topics-minister-meets-guest",
                        "jdf-133-topics-band-concert-held",
                        "jdf-133-topics-minister-meets-guest-2");
    }

    @Test
    void readsAPageThatIsSaidTwiceForTwoScreensOnce() {
        String topic = "<h2>Minister Meets Guest</h2><p><img src=f.png alt='Flag:india'></p>" + TEXT;
        List<Topic> topics = Pages.topicsOf("<div class=pc>" + topic + "</div><div class=sp>" + topic + "</div>");
        assertThat(topics).hasSize(1);
    }

    @Test
    void countsOnFromTheEntryBefore() {
        List<Topic> topics = Pages.topicsOf("<h2>First One Here</h2><p>From January 5 to 7, they met.</p>"
                + "<h2>Second One Here</h2><p>The next day, they flew home again.</p>");
        assertThat(topics.get(1).occurred().get(0).start()).hasToString("2021-01-08");
        assertThat(topics.get(1).occurred().get(0).anchorInferred()).isTrue();
    }

    @Test
    void leavesTheMarkBeforeAHeadingOutOfTheTitle() {
        List<Topic> topics =
                Pages.topicsOf("<h3>■ Minister Meets Guest</h3>" + TEXT + "<h3>▼　Band Concert Held</h3>" + TEXT);
        assertThat(titles(topics)).containsExactly("Minister Meets Guest", "Band Concert Held");
    }

    @Test
    void takesALineOfLinksWithOneThatStaysOnThePageForAWayToSomewhereElse() {
        List<Topic> topics = Pages.topicsOf("<h3>Minister Meets Guest</h3>" + TEXT
                + "<div><a href='#'>Up to where you began</a> | <a href='/en/sitemap.html'>Sitemap</a></div>");
        assertThat(topics.get(0).paragraphs()).hasSize(1);
    }

    @Test
    void givesFlagsToTheHeadingInWhoseBoxTheyStandAndNotToTheOneAbove() {
        String flag = "<p><img src=f.png alt='Flag:india'></p>";
        List<Topic> topics =
                Pages.topicsOf("<h3>Visits of This Month</h3><div>" + flag + "<h4>Minister Meets Guest</h4>" + TEXT
                        + "</div><div>" + flag + "<h4>Vice-Minister Meets Guest</h4>" + TEXT + "</div>");
        assertThat(titles(topics)).containsExactly("Minister Meets Guest", "Vice-Minister Meets Guest");
        assertThat(countries(topics.get(0))).containsExactly("IN");
    }

    @Test
    void takesTheOneBoldLineUnderTheHeadingOfAnArticleForItsText() {
        String greeting =
                "<div><h2>Greetings to Our Readers</h2><p><img src=m.jpg alt=''></p><p><b>Minister AOBA</b></p>"
                        + "<p>I have taken office today.</p></div>";
        List<Topic> topics =
                Pages.topics("https://www.mod.go.jp/en/jdf/no133/leaders.html", "<body>" + greeting + "</body>");
        assertThat(titles(topics)).containsExactly("Greetings to Our Readers");
        assertThat(topics.get(0).paragraphs()).containsExactly("Minister AOBA", "I have taken office today.");
    }

    private static List<String> titles(List<Topic> topics) {
        return topics.stream().map(Topic::title).toList();
    }

    private static List<String> countries(Topic topic) {
        return topic.countries().stream().map(country -> country.code()).toList();
    }
}
