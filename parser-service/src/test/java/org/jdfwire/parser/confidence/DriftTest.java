package org.jdfwire.parser.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.parser.Pages;
import org.jdfwire.parser.ParseResult;
import org.junit.jupiter.api.Test;

/** A page whose markup drifted so that something of it is lost is refused with the numbers; an odd one is not. */
class DriftTest {
    private static final List<String> COUNTRIES =
            List.of("germany", "brazil", "india", "france", "canada", "italy", "spain", "kenya");
    private static final List<String> NAMES =
            List.of("Germany", "Brazil", "India", "France", "Canada", "Italy", "Spain", "Kenya");

    /** The parts of one topic, each in the markup that the page has today. */
    private record Parts(String heading, String flags, String text) {
        String html() {
            return "<h3>" + heading + "</h3>\n<p>" + flags + "</p>\n<p>" + text + "</p>\n";
        }
    }

    @Test
    void aPageAsItIsTodayIsAcceptedAndSaysWhatWasCounted() {
        Confidence confidence = accepted(page(i -> topic(i).html()));

        assertThat(confidence.score()).isEqualTo(1.0);
        assertThat(confidence.measures())
                .extracting(measure -> measure.name() + " " + measure.found() + "/" + measure.of())
                .contains("headings 8/8", "dates 8/8", "flags 8/8", "flagged 8/8", "ending 1/1")
                .anyMatch(text -> text.startsWith("text "));
    }

    @Test
    void textThatBecamePartOfLinksIsLost() {
        assertRefused(
                page(i -> i % 2 == 0
                        ? topic(i).html()
                        : topic(i).html()
                                .replace("<p>On", "<p><a href=\"/en/jdf/no132/\">On")
                                .replace(".</p>", ".</a></p>")),
                "text ");
    }

    @Test
    void textBeforeTheOnlyHeadingThatIsLeftIsLost() {
        assertRefused(page(i -> i == 6 ? topic(i).html() : topic(i).html().replace("h3", "div")), "text ");
    }

    @Test
    void headingsThatNoLongerStandOverTheirTextAreSeen() {
        String headings = IntStream.range(0, 8)
                .mapToObj(i -> "<h3>" + topic(i).heading() + "</h3>\n")
                .collect(Collectors.joining());
        String texts = IntStream.range(0, 8)
                .mapToObj(i -> "<p>" + topic(i).text() + "</p>\n")
                .collect(Collectors.joining());
        assertRefused(Pages.page(headings + texts), "headings 1 of 8");
    }

    @Test
    void datesInAFormThatNobodyReadsAreSeen() {
        assertRefused(page(i -> topic(i).html().replaceAll("On January (\\d+),", "On $1.01.2021,")), "dates 0 of 8");
    }

    @Test
    void flagsThatNameNoCountryAnyMoreAreSeen() {
        assertRefused(page(i -> topic(i).html().replaceAll("Flag:[a-z]+", "Flag:icon" + i)), "flags 0 of 8");
    }

    @Test
    void flagsThatBecameBackgroundsAreMissed() {
        assertRefused(
                page(i -> topic(i).html().replaceAll("<img[^>]*>", "<span class=\"flag\"></span>")), "flagged 0 of 8");
    }

    @Test
    void aPageThatBrokeOffInASentenceOrInATagIsSeen() {
        String page = page(i -> topic(i).html());
        int middle = page.indexOf("the sample sea", page.length() / 2);

        assertRefused(page.substring(0, middle + 8), "ending 0 of 1");
        assertRefused(page.substring(0, page.indexOf("<img", middle) + 12), "ending 0 of 1");
    }

    @Test
    void aPageThatIsFilledByAScriptHoldsNoTopics() {
        PageRejected reject = Pages.reject(
                Pages.URL, bytes(Pages.page("<div id=\"app\"></div><script>load('topics.json')</script>")));

        assertThat(reject.reason()).isEqualTo(RejectReason.NO_TOPICS);
    }

    @Test
    void aShortTopicWithoutADateIsNoDrift() {
        accepted(Pages.page("<h3>Song of the Sample Band</h3><p>The band has a song.</p>"));
    }

    @Test
    void manyTopicsThatNameNoDayAndNoCountryAreNoDrift() {
        accepted(page(i -> "<h3>Sample Ship Number " + i + "</h3><p>The ship carries " + i
                + "0 sailors and a helicopter across the sample sea.</p>"));
    }

    @Test
    void questionsAndAnswersAreNoDrift() {
        accepted(Pages.page("<h2>Questions about the Sample Base</h2>"
                + IntStream.range(1, 9)
                        .mapToObj(i -> "<h4>Q" + i + " What is number " + i + "?</h4><p>A" + i
                                + ". It is the number after " + (i - 1) + " and has no date.</p>")
                        .collect(Collectors.joining())));
    }

    @Test
    void aFewOfManyMayLackWhatIsExpected() {
        accepted(page(
                i -> i < 3 ? topic(i).html().replaceAll("On January (\\d+),", "On $1.01.2021,") : topic(i).html()));
    }

    @Test
    void anOldPageThatClosesNoTagIsNotBrokenOff() {
        String page = "<html><head><title>TOPICS | JDF - Japan Defense Focus (No.133)</title>\n"
                + "<p>Japan Defense Focus No.133 Mar. 2021\n"
                + IntStream.range(0, 3)
                        .mapToObj(i -> "<h3>" + topic(i).heading() + "</h3>\n<p>" + topic(i).text() + "\n")
                        .collect(Collectors.joining());

        accepted(page);
    }

    @Test
    void aNoticeBelowTheTopicsIsNoLossOfText() {
        accepted(Pages.page("<h3>Song of the Sample Band</h3><p>On January 5, the band sang a song for its guests.</p>"
                + "<p><a href=\"#top\">PAGE TOP</a></p><p>This sample site keeps small files on your computer. You can"
                + " turn them off in your browser whenever you like.</p>"));
    }

    private static Parts topic(int i) {
        return new Parts(
                "Japan-" + NAMES.get(i) + " Sample Talks Held at Sea",
                "<img src=\"/f/" + i + ".png\" alt=\"Flag:" + COUNTRIES.get(i) + "\">",
                "On January " + (i + 5) + ", sample ministers of Japan and " + NAMES.get(i)
                        + " spoke about the sample sea and the many ships that sail on it, and they agreed to speak again"
                        + " number " + i + " times.");
    }

    private static String page(IntFunction<String> topic) {
        return Pages.page(
                "<h2>TOPICS</h2>\n" + IntStream.range(0, 8).mapToObj(topic).collect(Collectors.joining()));
    }

    private static Confidence accepted(String html) {
        ParseResult result = Pages.parse(Pages.URL, bytes(html));
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        Confidence confidence = ((ParseResult.Parsed) result).manifest().confidence();
        assertThat(confidence).isNotNull();
        return confidence;
    }

    private static void assertRefused(String html, String number) {
        PageRejected reject = Pages.reject(Pages.URL, bytes(html));
        assertThat(reject.reason()).isEqualTo(RejectReason.LOW_CONFIDENCE);
        assertThat(reject.parser().layout()).isEqualTo("jdf-2019");
        assertThat(reject.detail()).startsWith("confidence: 0.").contains("(expected: at least 0.65)", number);
    }

    private static byte[] bytes(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }
}
