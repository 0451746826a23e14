package org.jdfwire.parser.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Link;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.Pages;
import org.jdfwire.parser.ParseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds of this project's own writing, in the shapes of SITE.md. */
class FeedParserTest {
    private static final String URL = "https://www.mod.go.jp/j/rss/news.xml";

    @Test
    void makesATopicOfEachItem() {
        List<Topic> topics = Pages.topics(URL, rss("""
                <item>
                  <title>見本&#12539;会談 &amp;amp; 訓練</title>
                  <link>/j/press/news/2026/11/24a.html</link>
                  <description><![CDATA[<p>一つ目の<b>段落</b>。</p>二つ目。<br>三つ目。]]></description>
                  <pubDate>Tue, 24 Nov 2026 10:00</pubDate>
                </item>"""));

        assertThat(topics).singleElement().satisfies(topic -> {
            assertThat(topic.topicId()).isEqualTo("mod-news-j-press-news-2026-11-24a");
            assertThat(topic.publication()).isEqualTo("mod-news");
            assertThat(topic.language()).isEqualTo("ja");
            assertThat(topic.title()).isEqualTo("見本・会談 & 訓練");
            assertThat(topic.paragraphs()).containsExactly("一つ目の段落。", "二つ目。", "三つ目。");
            assertThat(topic.links())
                    .containsExactly(new Link("https://www.mod.go.jp/j/press/news/2026/11/24a.html", "見本・会談 & 訓練"));
            assertThat(topic.occurred())
                    .as("a date of publication is none of the news")
                    .isEmpty();
            assertThat(topic.issue()).isNull();
            assertThat(topic.section()).isNull();
            assertThat(topic.kind()).isEqualTo(Kind.EXERCISE);
            assertThat(topic.parser().layout()).isEqualTo("rss");
            assertThat(topic.evidence().startLine()).isEqualTo(3);
            assertThat(topic.evidence().endLine()).isEqualTo(8);
        });
    }

    @Test
    void saysThatItsListIsPartial() {
        PageParsed manifest = parsed(rss(item("/j/a.html", "一"))).manifest();

        assertThat(manifest.isComplete()).isFalse();
        assertThat(manifest.topicIds()).containsExactly("mod-news-j-a");
    }

    @Test
    void takesTheFirstOfItemsWithTheSameLink() {
        List<Topic> topics = Pages.topics(
                URL,
                rss(item("/j/a.html", "新しい")
                        + item("https://www.mod.go.jp/j/b.html", "別")
                        + item("http://www.mod.go.jp/j/a.html", "古い")));

        assertThat(topics).extracting(Topic::title).containsExactly("新しい", "別");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 24 Nov 2026 10:00",
                "Tue, 24 Nov 2026 10:00 ",
                "24 Nov 2026",
                "2026/11/24 10:00:00",
                "Tue, 24 Nov 2026 10:00:00 JST+9",
                "令和8年11月24日",
                "Mon, 99 Foo 0000 99:99:99 +9999",
                "",
            })
    void noShapeOfADateBreaksAnItemOrChangesIt(String date) {
        String dated = rss("<item><title>一</title><link>/j/a.html</link><pubDate>" + date + "</pubDate></item>");

        assertThat(Pages.topics(URL, dated))
                .extracting(Topic::topicId, Topic::contentHash)
                .isEqualTo(Pages.topics(URL, rss(item("/j/a.html", "一"))).stream()
                        .map(topic -> org.assertj.core.groups.Tuple.tuple(topic.topicId(), topic.contentHash()))
                        .toList());
    }

    @Test
    void namesALinkThatItsSlugWouldNotTellApartByAHash() {
        List<Topic> topics = Pages.topics(
                URL,
                rss(item("/j/a/b.html", "1") + item("/j/a-b.html", "2") + item("/j/a/b.pdf", "3")
                        + item("/j/a/b.html?x=1", "4") + item("https://example.org/j/a/b.html", "5")
                        + "<item><title>6</title></item>"));

        assertThat(topics).extracting(Topic::topicId).doesNotHaveDuplicates().hasSize(6);
        assertThat(topics.get(0).topicId()).isEqualTo("mod-news-j-a-b");
        assertThat(topics.get(1).topicId()).matches("mod-news-[0-9a-f]{16}");
    }

    @Test
    void readsAtom() {
        List<Topic> topics = Pages.topics(URL, """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                <title>Sample</title><link href="/"/>
                <entry><title type="html">One &lt;b&gt;two&lt;/b&gt;</title><link rel="edit" href="/x"/>
                <link href="/j/a.html"/><id>urn:x</id><updated>2026-11-24</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content>
                </entry></feed>
                """);

        assertThat(topics).singleElement().satisfies(topic -> {
            assertThat(topic.topicId()).isEqualTo("mod-news-j-a");
            assertThat(topic.title()).isEqualTo("One two");
            assertThat(topic.language()).isEqualTo("en");
            assertThat(topic.paragraphs()).containsExactly("First.", "Second.");
        });
    }

    @Test
    void readsRdfInShiftJis() {
        String rdf = """
                <?xml version="1.0" encoding="Shift_JIS"?>
                <!-- sample <rss> -->
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="x"><title>見本</title><dc:language>ja</dc:language>
                <items><rdf:Seq><rdf:li rdf:resource="/j/a.html"/></rdf:Seq></items></channel>
                <item rdf:about="/j/a.html"><title>訓練</title><link>/j/a.html</link></item>
                </rdf:RDF>
                """;

        assertThat(((ParseResult.Parsed) Pages.parse(URL, rdf.getBytes(Charset.forName("Shift_JIS")))).topics())
                .extracting(Topic::title)
                .containsExactly("訓練");
    }

    @Test
    void aFeedWithoutItemsIsReadAndHasNone() {
        assertThat(parsed(rss("")).topics()).isEmpty();
    }

    @Test
    void refusesAnEntityBombAFileAndAFeedThatIsCutOff() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                + rss(item("/j/a.html", "&b;"));
        String file = "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\">" + rss(item("/j/a.html", "x"));
        String whole = rss(item("/j/a.html", "x"));

        assertThat(reject(bomb)).satisfies(FeedParserTest::namesTheDocumentType);
        assertThat(reject(file)).satisfies(FeedParserTest::namesTheDocumentType);
        assertThat(reject(whole.substring(0, whole.length() - 20)).detail()).contains("a whole feed");
    }

    @Test
    void getsThroughAFeedOf5000NestedElements() {
        assertThat(parsed(rss(item("/j/a.html", "x") + "<x>".repeat(5_000))).topics())
                .hasSize(1);
    }

    @Test
    void anUndeclaredEntityStaysWhatItIs() {
        assertThat(Pages.topics(URL, rss(item("/j/a.html", "a &xxe; b"))))
                .extracting(Topic::title)
                .containsExactly("a &xxe; b");
    }

    private static void namesTheDocumentType(PageRejected reject) {
        assertThat(reject.reason()).isEqualTo(RejectReason.NOT_HTML);
        assertThat(reject.detail()).startsWith("feed: a document type (expected: a feed without entities of its own)");
    }

    private static ParseResult.Parsed parsed(String feed) {
        return (ParseResult.Parsed) Pages.parse(URL, feed.getBytes(StandardCharsets.UTF_8));
    }

    private static PageRejected reject(String feed) {
        return Pages.reject(URL, feed.getBytes(StandardCharsets.UTF_8));
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\">\n<channel><title>見本</title><link>https://www.mod.go.jp/</link>\n" + items
                + "\n</channel></rss>\n";
    }

    private static String item(String link, String title) {
        return "<item><title>" + title + "</title><link>" + link + "</link></item>\n";
    }
}
