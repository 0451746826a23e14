package org.jdfwire.fetcher.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "topics.html",
                "/en/jdf/",
                "ftp://www.mod.go.jp/",
                "file:///etc/passwd",
                "https://",
                "https:///x",
                "https://user@www.mod.go.jp/",
                "https://www.mod.go.jp@evil.example/",
                "https://a:99999/",
                "https://a:0/",
                "https://a b/",
                "https://-/",
                "javascript:alert(1)",
                "https://a:b/",
                "https://[::1/"
            })
    void refusesWhatIsNoHttpUrlAndNamesIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpUrl.parse(text))
                .withMessageStartingWith("URL: " + text + " (expected: an absolute http or https URL");
    }

    @Test
    void asksByHttpsUnlessAPortIsNamed() {
        assertThat(HttpUrl.parse("http://www.mod.go.jp/e/x").secure()).hasToString("https://www.mod.go.jp/e/x");
        assertThat(HttpUrl.parse("http://127.0.0.1:81/x").secure()).hasToString("http://127.0.0.1:81/x");
    }
}
