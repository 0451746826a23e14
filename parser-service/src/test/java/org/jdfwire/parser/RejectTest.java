package org.jdfwire.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.PageParsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that give no topics, and what is said of them. */
class RejectTest {
    @Test
    void saysEmptyOfNothingAndOfWhiteSpace() {
        assertReason(RejectReason.EMPTY, new byte[0]);
        assertReason(RejectReason.EMPTY, " \n\t ".getBytes(UTF_8));
    }

    @Test
    void saysNotHtmlOfZerosPicturesArchivesAndPlainText() {
        assertReason(RejectReason.NOT_HTML, new byte[30_000_000]);
        assertReason(RejectReason.NOT_HTML, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        assertReason(RejectReason.NOT_HTML, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});
        assertReason(RejectReason.NOT_HTML, "%PDF-1.7 and so on".getBytes(UTF_8));
        assertReason(RejectReason.NOT_HTML, "no tag in sight".getBytes(UTF_8));
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertReason(RejectReason.NOT_HTML, noise);
    }

    @Test
    void namesTheByteThatFitsNoEncoding() throws Exception {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.write("<meta charset=utf-8><p>Germany’s and Japan’s ministers “met”.</p>".getBytes(UTF_8));
        int offset = page.size();
        page.write(0xFF);
        page.write("</p>".getBytes(UTF_8));
        var reject = Pages.reject(Pages.URL, page.toByteArray());
        assertThat(reject.reason()).isEqualTo(RejectReason.UNDECODABLE);
        assertThat(reject.detail()).contains("offset " + offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<span><div>", "<section><h1>"})
    void saysTooDeepOfTensOfThousandsOfNestedTagsInTime(String tags) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertReason(
                        RejectReason.TOO_DEEP,
                        Pages.page(tags.repeat(60_000) + "x").getBytes(UTF_8)));
    }

    @Test
    void saysNotJdfOfAnotherPage() {
        byte[] page = "<title>News</title><h1>Other</h1><p>On May 1, a thing was done.</p>".getBytes(UTF_8);
        assertThat(Pages.reject("https://example.org/news.html", page).reason()).isEqualTo(RejectReason.NOT_JDF);
    }

    @Test
    void saysUnsupportedLayoutOfAPageOfAnEbook() {
        byte[] page = "<title>JDF</title><p>On May 1, a thing was done.</p>".getBytes(UTF_8);
        String url = "https://www.mod.go.jp/en/jdf/no152/pageindices/index4.html";
        assertThat(Pages.reject(url, page).reason()).isEqualTo(RejectReason.UNSUPPORTED_LAYOUT);
    }

    @Test
    void saysNoTopicsOfASectionWithoutNewsAndWhatWasSeen() {
        String navigation = "<ul><li><a href=index.html>Index</a></li><li><a href=column.html>Column</a></li></ul>"
                + "<h2>Related Pages</h2><p><a href=/en/>Ministry of Defense home page</a></p><a href='#'>PAGE TOP</a>";
        var reject = Pages.reject(Pages.URL, Pages.page(navigation).getBytes(UTF_8));
        assertThat(reject.reason()).isEqualTo(RejectReason.NO_TOPICS);
        assertThat(reject.detail()).contains("topics: 0, of 1 headings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/jdf/no133/", "/en/jdf/no133/index.html", "/e/jdf/sp/no69/sp_index.html", "/en/jdf/"})
    void givesAnIndexPageAManifestWithoutTopics(String path) {
        String teasers = Pages.page("<h3><a href=topics.html>Ministers Meet</a></h3><p>On May 1, ministers met.</p>");
        ParseResult result = Pages.parse("https://www.mod.go.jp" + path, teasers.getBytes(UTF_8));
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        PageParsed manifest = ((ParseResult.Parsed) result).manifest();
        assertThat(manifest.topicIds()).isEmpty();
        assertThat(manifest.section()).isNull();
    }

    @Test
    void readsTenMegabytesOfPlainNewsInTime() {
        String news = "<h3>Minister Meets Guest</h3><p>On January 5, the minister met a guest. " + "word ".repeat(300)
                + "</p>";
        byte[] page = Pages.page(news.repeat(6_000)).getBytes(UTF_8);
        assertThat(page.length).isGreaterThan(9_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Pages.parse(Pages.URL, page));
    }

    @Test
    void saysLowConfidenceOfMoreTopicsThanAnyPageHolds() {
        StringBuilder news = new StringBuilder();
        for (int i = 0; i < 1_001; i++) {
            news.append("<h3>Minister Meets Guest ").append(i).append("</h3><p>On January 5, they met in Tokyo.</p>");
        }
        assertReason(RejectReason.LOW_CONFIDENCE, Pages.page(news.toString()).getBytes(UTF_8));
    }

    private static void assertReason(RejectReason reason, byte[] body) {
        assertThat(Pages.reject(Pages.URL, body).reason()).isEqualTo(reason);
    }
}
