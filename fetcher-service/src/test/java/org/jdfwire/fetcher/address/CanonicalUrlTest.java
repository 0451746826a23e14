package org.jdfwire.fetcher.address;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.mod.go.jp/en/jdf/no133/topics.html, https://www.mod.go.jp/en/jdf/no133/topics.html",
        "http://www.mod.go.jp/en/jdf/no133/topics.html, https://www.mod.go.jp/en/jdf/no133/topics.html",
        "http://www.mod.go.jp/e/jdf/no77/topics.html, https://www.mod.go.jp/en/jdf/no77/topics.html",
        "https://www.mod.go.jp/e/jdf/sp/no69/sp_activities.html, https://www.mod.go.jp/en/jdf/no69/activities.html",
        "https://www.mod.go.jp/e/jdf/sp/no110/index.html, https://www.mod.go.jp/en/jdf/no110/",
        "https://www.mod.go.jp/en/jdf/sp/sp/no1/sp_sp_x.html, https://www.mod.go.jp/en/jdf/no1/x.html",
        "https://www.mod.go.jp/en/jdf/sp/, https://www.mod.go.jp/en/jdf/",
        "https://WWW.MOD.GO.JP:443/en/jdf/index.html#top, https://www.mod.go.jp/en/jdf/",
        "https://www.mod.go.jp., https://www.mod.go.jp/",
        "https://www.mod.go.jp/e/../en/./jdf/%6eo133/%7ea%2fb%e3%81%82, https://www.mod.go.jp/en/jdf/no133/~a%2Fb%E3%81%82",
        "https://www.mod.go.jp/en/a b?q=あ, https://www.mod.go.jp/en/a%20b?q=%E3%81%82",
        "https://www.mod.go.jp/en/100%/x?, https://www.mod.go.jp/en/100%25/x",
        "https://www.mod.go.jp/en/jdf/no152/pageindices/index4.html, https://www.mod.go.jp/en/jdf/no152/pageindices/index4.html",
        "http://127.0.0.1:8123/e/jdf/no1/index.htm, http://127.0.0.1:8123/en/jdf/no1/",
        "http://example.org:80/e/x, https://example.org/e/x",
        "http://[::1]:81/a, http://[::1]:81/a",
    })
    void isTheSameForAllAddressesOfAPage(String address, String canonical) {
        assertThat(CanonicalUrl.of(address).text()).isEqualTo(canonical);
    }

    @Example
    void knowsItsFolder() {
        assertThat(CanonicalUrl.of("https://a.example/x/y.html?q").folder().text())
                .isEqualTo("https://a.example/x/");
        assertThat(CanonicalUrl.of("https://a.example/x/").folder().text()).isEqualTo("https://a.example/x/");
    }

    @Property
    void isItsOwnCanonicalUrl(@ForAll("addresses") String address) {
        CanonicalUrl once = CanonicalUrl.of(address);
        assertThat(CanonicalUrl.of(once.text())).isEqualTo(once);
    }

    @Property
    void ignoresSchemeAndFragment(@ForAll("paths") String path) {
        assertThat(CanonicalUrl.of("http://www.mod.go.jp/" + path + "#a"))
                .isEqualTo(CanonicalUrl.of("https://www.mod.go.jp/" + path + "#b"));
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> origins = Arbitraries.of(
                "http://www.mod.go.jp",
                "https://www.mod.go.jp:443",
                "http://www.mod.go.jp:8080",
                "HTTP://127.0.0.1:9",
                "https://Example.ORG",
                "http://localhost",
                "https://例え.jp",
                "http://[::1]:443");
        return Combinators.combine(origins, paths(), Arbitraries.of("", "?", "?a=b&c=%2f", "?%zz あ", "#x"))
                .as((origin, path, end) -> origin + "/" + path + end);
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> segment = Arbitraries.oneOf(
                Arbitraries.of(
                        "e",
                        "en",
                        "jdf",
                        "sp",
                        "no69",
                        "sp_",
                        "sp_sp_activities.html",
                        "sp_index.html",
                        "index.html",
                        "index.htm",
                        ".",
                        "..",
                        "%2e%2E",
                        "",
                        "%",
                        "%4",
                        "%2f",
                        "%25",
                        "%C3%A4",
                        "ä",
                        "a b",
                        "%73p",
                        "\\"),
                Arbitraries.strings().ofMaxLength(4).map(text -> text.replaceAll("[?#]", "")));
        // most random paths are none of the site's, so many begin as its own do
        Arbitrary<String> beginnings = Arbitraries.of("", "e/", "e/jdf/sp/", "en/jdf/sp/sp/", "en/jdf/sp/no69/sp_");
        return Combinators.combine(beginnings, segment.list().ofMaxSize(4))
                .as((beginning, segments) -> beginning + String.join("/", segments));
    }
}
