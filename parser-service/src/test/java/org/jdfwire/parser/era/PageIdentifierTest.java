package org.jdfwire.parser.era;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.block.BlockReader;
import org.jdfwire.parser.block.Survey;
import org.jdfwire.parser.layout.Line;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which page it is, and which layout it has, by address and by what it says. */
class PageIdentifierTest {
    private static final String NEWS = "<h3>Band Concert Held</h3><p>On January 6, the band played there.</p>";

    @ParameterizedTest
    @CsvSource({
        "/e/jdf/no01/news.html, jdf-2006, 1, news",
        "/e/jdf/no12/policy.html, jdf-2006, 12, policy",
        "/e/jdf/no14/leaders.html, jdf-2009, 14, leaders",
        "/e/jdf/no22/topics.html, jdf-2009, 22, topics",
        "/e/jdf/no23/topics.html, jdf-2011, 23, topics",
        "/e/jdf/no50/specialfeature02.html, jdf-2011, 50, specialfeature02",
        "/e/jdf/no51/topics.html, jdf-2014, 51, topics",
        "/e/jdf/no101/web-only.html, jdf-2014, 101, web-only",
        "/e/jdf/no102/topics.html, jdf-2018, 102, topics",
        "/en/jdf/no113/equipment.html, jdf-2019, 113, equipment",
        "/en/jdf/no133/column.html, jdf-2019, 133, column",
        "/e/jdf/sp/no69/sp_activities.html, jdf-smartphone, 69, activities",
        "/en/jdf/no152/pageindices/index4.html, jdf-ebook, 152, index4",
        "/en/jdf/no133/, jdf-index, 133,",
        "/e/jdf/no09, jdf-index, 9,",
        "/en/jdf/column.html, jdf, , column",
    })
    void tellsThePageByItsAddress(String path, String layout, Integer number, String section) {
        PageIdentity identity = identify("https://www.mod.go.jp" + path, "", NEWS);
        assertThat(identity.layout().name()).isEqualTo(layout);
        assertThat(identity.issue()).isEqualTo(number == null ? null : new IssueRef(number, null));
        assertThat(identity.section()).isEqualTo(section);
    }

    @Test
    void tellsAPageOf2006ByTheWayToItWhereTheAddressDoesNot() {
        PageIdentity identity = identify(
                "https://example.org/saved.html",
                "Japan Defense Focus",
                "<p>HOME &gt; JDF &gt; NO.8 TOPICS</p>" + NEWS);
        assertThat(identity.layout().name()).isEqualTo("jdf-2006");
        assertThat(identity.issue()).isEqualTo(new IssueRef(8, null));
        assertThat(identity.section()).isEqualTo("topics");
    }

    @Test
    void tellsAPageOf2019ByItsTitleBeforeItsLines() {
        PageIdentity identity = identify(
                "https://example.org/saved.html",
                "COLUMN | JDF - Japan Defense Focus (No.131) | Japan Ministry of Defense",
                "<p>Topics</p>" + NEWS);
        assertThat(identity.layout().name()).isEqualTo("jdf-2019");
        assertThat(identity.section()).isEqualTo("column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Japan Defense Focus No.133 Mar. 2021</p>",
                "<div>We use cookies. By reading on, you agree to our use of them.</div><p>No.133</p><p>Mar. 2021</p>",
                "<ul><li><a href='../no132/'>No.132 (Feb. 2021)</a></li><li><a href='../no131/'>Jan. 2021</a></li></ul>"
                        + "<p>Japan Defense Focus No.133 Mar. 2021</p>",
                "<div><img src='logo.png' alt='Japan Defense Focus'> <span>No.133</span> <span>Mar. 2021</span></div>",
            })
    void readsTheMonthBesideTheIssueWhateverStandsAboveIt(String header) {
        PageIdentity identity = identify("https://www.mod.go.jp/en/jdf/no133/topics.html", "", header + NEWS);
        assertThat(identity.issue()).isEqualTo(new IssueRef(133, YearMonth.of(2021, 3)));
    }

    @Test
    void takesNoMonthFromTheNews() {
        PageIdentity identity =
                identify("https://www.mod.go.jp/en/jdf/no133/topics.html", "", NEWS + "<h4>May 2020</h4>" + NEWS);
        assertThat(identity.issue()).isEqualTo(new IssueRef(133, null));
    }

    @Test
    void tellsAnEbookByItsRunningLabels() {
        String label = "<p>JDF150_p02-03.indd 2 2022/03/20</p>";
        PageIdentity identity = identify(
                "https://www.mod.go.jp/en/jdf/no150/p2.html", "", label + "<p>On May 9, they met.</p>" + label);
        assertThat(identity.layout().holds()).isEqualTo(Layout.Holds.UNREADABLE);
    }

    @Test
    void refusesAPageThatIsNotOfTheMagazine() {
        assertThatThrownBy(() -> identify("https://example.org/no8/topics.html", "News", NEWS))
                .isInstanceOf(PageRefusedException.class);
    }

    private static PageIdentity identify(String url, String title, String body) {
        Document document = Jsoup.parse(body, url, Parser.htmlParser().setTrackPosition(true));
        List<Block> blocks = new BlockReader(name -> false).read(document, Survey.of(document));
        return new PageIdentifier().identify(url, title, Line.all(blocks), List.of());
    }
}
