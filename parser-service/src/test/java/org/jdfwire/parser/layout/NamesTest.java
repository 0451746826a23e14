package org.jdfwire.parser.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a line may be and nothing else. */
class NamesTest {
    private final Names names = new Names("back", "pagetop");

    @ParameterizedTest
    @ValueSource(strings = {"back", "BACK", "« Back", "Page Top", "[ P-A-G-E / T-O-P ]"})
    void knowsANameWhateverItsCaseAndSigns(String line) {
        assertThat(names.contains(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "■", "bac", "page", "Back to work", "page top 1", "Page tops"})
    void knowsNoLineThatSaysMoreOrLess(String line) {
        assertThat(names.contains(line)).isFalse();
    }
}
