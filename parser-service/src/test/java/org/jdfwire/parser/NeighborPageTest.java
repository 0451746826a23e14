package org.jdfwire.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.page.RejectReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the ministry's site beside the magazine, and the magazine's on other sites. */
class NeighborPageTest {
    private static final String PAGE =
            "<html><head><title>%s</title></head><body><h1>A Goat on Parade</h1><p>On January 9,"
                    + " 2021, the goat of the regiment took part in its first parade.</p></body></html>";

    @ParameterizedTest
    @CsvSource({
        "https://www.mod.go.jp/en/article/2022/10/0a1b.html, Japan Defense Focus No.152 is out",
        "https://www.mod.go.jp/en/article/2022/jdf/0a1b.html, A Goat on Parade",
        "https://www.mod.go.jp/j/press/jdf/2022/0a1b.html, A Goat on Parade",
        "https://WWW.mod.go.jp/en/jdfx/no1/news.html, Japan Defense Focus"
    })
    void areNotOfTheMagazine(String url, String title) {
        assertThat(Pages.reject(url, PAGE.formatted(title).getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(RejectReason.NOT_JDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.mod.go.jp/e/jdf/no44/news.html",
                "http://www.mod.go.jp/en/jdf/no133/topics.html",
                "https://archive.example/2014/www.mod.go.jp/e/jdf/no44/news.html",
                "https://copies.example/goat.html"
            })
    void isReadWhereverTheMagazineIs(String url) {
        assertThat(Pages.titles(Pages.topics(url, PAGE.formatted("NEWS | Japan Defense Focus (No.44)"))))
                .containsExactly("A Goat on Parade");
    }
}
