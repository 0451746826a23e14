package org.jdfwire.parser.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines a pattern is tried on; this one takes all that it is tried on. */
class LinePatternTest {
    private final LinePattern pattern = new LinePattern(20, List.of("top", "to", "#"), 'ペ', Pattern.compile(".*"));

    @ParameterizedTest
    @ValueSource(strings = {"top", "» TOP", "Tomorrow", "[1]", "9 to 5", "■□", "", "■ ページ", "A ページ"})
    void isTriedOnLinesThatMayMatch(String line) {
        assertThat(pattern.matches(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "the top", "_top", "a 1", "t", "top of a page that is much too long"})
    void isNotTriedOnOthers(String line) {
        assertThat(pattern.matches(line)).isFalse();
    }
}
