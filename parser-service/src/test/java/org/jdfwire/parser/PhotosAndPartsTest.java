package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.Repair;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions, copies of photos, and the parts of a topic: what the metamorphic test found, one peculiarity a test. */
class PhotosAndPartsTest {
    private static final String HEAD = "<h3>Exercise Held</h3><p>On January 5, the exercise began at the pier.</p>";
    private static final String LAST = "<p>The exercise went on until the evening.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><img src=x.jpg alt=''><p>(1) The ship at the pier</p></div>",
                "<div><p>(1) The ship at the pier</p><img src=x.jpg alt=''></div>",
                "<table><tr><td><img src=x.jpg></td></tr><tr><td>(1) The ship at the pier</td></tr></table>",
                "<p><img src=x.jpg alt=''><br>(1) The ship at the pier</p>",
                "<figure><figcaption>(1) The ship at the pier</figcaption><img src=x.jpg></figure>",
            })
    void takesShortWordsInAPhotosBoxForItsCaption(String photo) {
        Topic topic = Pages.topicsOf(HEAD + photo + LAST).get(0);
        assertThat(topic.paragraphs()).hasSize(2);
        assertThat(topic.images()).extracting(Image::caption).containsExactly("(1) The ship at the pier");
    }

    @Test
    void takesARowBelowARowOfPhotosForTheirCaptions() {
        Topic topic = Pages.topicsOf(HEAD + "<table><tr><td><img src=x.jpg><td><img src=y.jpg>"
                        + "<tr><td>At the pier<td>On the deck, in the rain</table>" + LAST)
                .get(0);
        assertThat(topic.images())
                .extracting(Image::caption)
                .containsExactly("At the pier", "On the deck, in the rain");
        assertThat(topic.paragraphs()).hasSize(2);
    }

    @Test
    void leavesShortWordsBesideAPhotoThatShareNoBoxWithItAlone() {
        Topic topic = Pages.topicsOf(HEAD + "<p><img src=x.jpg></p><p>The units that took part:</p>" + LAST)
                .get(0);
        assertThat(topic.paragraphs()).contains("The units that took part:");
    }

    @Test
    void takesThePhoneCopyOfAPhotoForTheSamePhoto() {
        Topic topic = Pages.topicsOf(HEAD + "<p><img src=img/x.jpg alt=a><img src=img/x_sp.jpg alt=a></p>"
                        + "<p><img src=pc/y.jpg></p><p><img src=sp/y.jpg></p><p><img src=sports.jpg></p>" + LAST)
                .get(0);
        assertThat(topic.images())
                .extracting(image -> image.url().replaceAll(".*/no133/", ""))
                .containsExactly("img/x.jpg", "pc/y.jpg", "sports.jpg");
    }

    @Test
    void readsNumberedHeadingsOfTheSameFormAsPartsOfTheTopic() {
        List<Topic> topics = Pages.topicsOf("<p><b>Exercise Held</b></p><p>On January 5, the exercise began.</p>"
                + "<p><b>1. Purpose</b></p><p>The purpose was to train.</p><p><b>2. Outcome</b></p><p>All went well.</p>"
                + "<p><b>Band Concert Held</b></p><p>On January 6, the band played there.</p>");
        assertThat(topics).extracting(Topic::title).containsExactly("Exercise Held", "Band Concert Held");
        assertThat(topics.get(0).paragraphs()).contains("1. Purpose", "2. Outcome");
    }

    @Test
    void readsCountedTopicsAsTopics() {
        List<Topic> topics = Pages.topicsOf("<h3>1. Exercise Held</h3><p>On January 5, the exercise began.</p>"
                + "<h3>2. Band Concert Held</h3><p>On January 6, the band played there.</p>");
        assertThat(topics).extracting(Topic::title).containsExactly("1. Exercise Held", "2. Band Concert Held");
    }

    @Test
    void takesNoFontAroundATableIntoItOnAnOldPage() {
        String old = "<html><body><p style='font-weight: bold'>Exercise Held<table><tr><td><p>On January 5, it began."
                + "<p>Two units took part</p><p>They came by ship and left by ship.</table><p style='font-weight: bold'>Band Concert Held"
                + "<table><tr><td><p>On January 6, the band played there.</table></body></html>";
        assertThat(Pages.topics(Pages.URL, old))
                .extracting(Topic::title)
                .containsExactly("Exercise Held", "Band Concert Held");
    }

    @Test
    void saysWhatItRepaired() {
        Topic topic = Pages.topicsOf("<h3>Japan?lndonesia Talks</h3><p>On the 16 th of January, they met there.</p>"
                        + "<p><img src=x.jpg alt='The <em>ministers</em>'></p>")
                .get(0);
        assertThat(topic.title()).isEqualTo("Japan–Indonesia Talks");
        assertThat(topic.occurred().get(0).text()).contains("16th of January");
        assertThat(topic.evidence().repairs())
                .containsExactly(
                        new Repair("Japan?lndonesia", "Japan?Indonesia"),
                        new Repair("Japan?Indonesia", "Japan–Indonesia"),
                        new Repair("16 th", "16th"),
                        new Repair("The <em>ministers</em>", "The ministers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><img src=sec.gif alt='TOPICS'></p>%s",
                "<div><div><div><img src=sec.png alt='Special Feature'></div><div>%s</div></div></div>",
                "<table><tr><td><img src=t.gif alt=NEWS><br>%s</table>"
            })
    void takesTheLetteringOfASectionForNoPhoto(String page) {
        Topic topic = Pages.topicOf(page.formatted(HEAD + "<p><img src=x.jpg alt='The pier'></p>" + LAST));
        assertThat(topic.images()).extracting(Image::alt).containsExactly("The pier");
    }

    @Test
    void keepsAPhotoInTheNewsThatIsCalledAsAnotherSectionIs() {
        Topic topic = Pages.topicOf(HEAD + "<p><img src=x.jpg alt='Equipment'></p>" + LAST);
        assertThat(topic.images()).extracting(Image::alt).containsExactly("Equipment");
    }

    @Test
    void takesPicturesThatAreNoCloserToTheFirstHeadingThanToTheIssueLineForNoPhotos() {
        String page =
                "<title>TOPICS</title><div><p><img src=a.jpg alt='A gull'></p><p>Japan Defense Focus No.133 Mar. 2021</p>"
                        + "<p><img src=b.jpg alt='A buoy'></p><p><img src=c.jpg alt='Exercise Held'></p>" + HEAD
                        + "<p><img src=x.jpg alt='The pier'></p>" + LAST
                        + "<h3>Concert Held</h3><p>On January 6, the band played there.</p></div>";
        List<Topic> topics = Pages.topics(Pages.URL, page);
        assertThat(topics.get(0).images()).extracting(Image::alt).containsExactly("Exercise Held", "The pier");
        assertThat(topics.get(1).images()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // in a box with the heading
                "<p>Japan Defense Focus No.133</p><div><img src=b.jpg alt='A buoy'>%s</div>%s",
                "<p><img src=l.gif alt='A gull'></p><p>Japan Defense Focus No.133</p><section><p><img src=b.jpg alt='A buoy'></p>%s</section>%s",
                // a caption says what it is
                "<p>Japan Defense Focus No.133</p><figure><img src=b.jpg alt='A buoy'><figcaption>The buoy</figcaption></figure>%s%s",
                // the page has one heading
                "<p>Japan Defense Focus No.133</p><p><img src=b.jpg alt='A buoy'></p>%s"
            })
    void keepsAPhotoAboveTheFirstHeadingThatIsTheNewsOwn(String page) {
        String other = "<h3>Concert Held</h3><p>On January 6, the band played there.</p>";
        List<Topic> topics =
                Pages.topics(Pages.URL, "<title>TOPICS</title><div>" + page.formatted(HEAD + LAST, other) + "</div>");
        assertThat(topics.get(0).images()).extracting(Image::alt).contains("A buoy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>・Two ropes for the pier<br>・One anchor</div>",
                "<p>• Two ropes for the pier<br>\n • One anchor</p>",
                "<td>■Two ropes for the pier<br><span>■One anchor</span>"
            })
    void readsEachLineOfAListAsAParagraph(String list) {
        Topic topic = Pages.topicOf(HEAD + list + LAST);
        assertThat(topic.paragraphs()).hasSize(4);
        assertThat(topic.paragraphs().get(2)).endsWith("One anchor").doesNotContain("ropes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // in a line
                "<p>They took ropes ・ anchors ■ sails on board and left.</p>",
                // a line that goes on
                "<p>They took ropes,<br>anchors and sails on board and left.</p>",
                // a sign alone
                "<p>They took ropes on board<br>■<br>and left.</p>"
            })
    void partsNoParagraphAtOtherLinesAndSigns(String text) {
        assertThat(Pages.topicOf(HEAD + text + LAST).paragraphs()).hasSize(3);
    }

    @Test
    void takesTheLastLineOfAListForNoTitle() {
        List<Topic> topics = Pages.topicsOf(
                "<p>The Ships of the Harbor</p><p>On January 5, the harbor got what it had asked for.</p>"
                        + "<div>・Two ropes for the pier<br>・One anchor for the buoy</div>" + LAST);
        assertThat(topics).extracting(Topic::title).containsExactly("The Ships of the Harbor");
    }
}
