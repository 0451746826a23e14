package org.jdfwire.parser.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that a line is searched for by their rarest letter. */
class SignTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this site uses cookies to",
                "WE USE COOKIES",
                "Like a baker, we use cOOkies",
                "a cookbook on cookies",
                " cookies",
            })
    void findsTheWordsWhateverTheirCase(String line) {
        assertThat(new Sign(" cookies").isIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "cookies", "a cookie", "three cook ies", "the cook", "ask cookie"})
    void findsNoneWhereALetterIsMissing(String line) {
        assertThat(new Sign(" cookies").isIn(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(c) 2020", "(C)", "All of it (c"})
    void findsSignsThatAreNoLetters(String line) {
        assertThat(new Sign("(c)").isIn(line)).isEqualTo(!line.endsWith("(c"));
    }
}
