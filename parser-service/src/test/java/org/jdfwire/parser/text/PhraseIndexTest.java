package org.jdfwire.parser.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {
    private final PhraseIndex<String> index = new PhraseIndex<>(Map.of(
            "Guinea",
            "GN",
            "Papua New Guinea",
            "PG",
            "New Zealand",
            "NZ",
            "U.S.",
            "US",
            "US",
            "US",
            "Class ##",
            "class"));

    @Test
    void findsTheLongestPhraseAtEachPlace() {
        assertThat(longest("Papua New Guinea, Guinea and New Zealand"))
                .containsExactly("Papua New Guinea=PG", "Guinea=GN", "New Zealand=NZ");
    }

    @Test
    void findsWholeWordsOnly() {
        assertThat(longest("Guineas, Equatorialguinea, New Zealander, 5Guinea")).isEmpty();
        assertThat(longest("(Guinea)-Guinea/Guinea's")).hasSize(3);
    }

    @Test
    void findsWordsInAnyCaseButAbbreviationsInCapitalsOnly() {
        assertThat(longest("NEW ZEALAND told us of the U.S. and the u.s. side, US"))
                .containsExactly("NEW ZEALAND=NZ", "U.S.=US", "US=US");
    }

    @Test
    void findsAnAbbreviationThatEndsInADotOnlyBeforeAGap() {
        assertThat(longest("U.S.-India")).containsExactly("U.S.=US");
        assertThat(longest("U.S.Navy")).isEmpty();
    }

    @Test
    void takesAnySpaceForASpaceAndAnyHyphenForAHyphen() {
        assertThat(longest("New\u00A0Zealand, New\u3000Zealand")).hasSize(2);
        assertThat(new PhraseIndex<>(Map.of("counter-piracy", 1)).longest(Passage.of("counter\u2011piracy")))
                .hasSize(1);
    }

    @Test
    void takesAnyDigitForANumberSign() {
        assertThat(longest("Class 12, Class 1, Class 123")).containsExactly("Class 12=class");
    }

    @Test
    void findsPhrasesInsideOfPhrasesWhereAllAreAskedFor() {
        assertThat(index.all(Passage.of("Papua New Guinea")).stream().map(PhraseIndex.Match::value))
                .containsExactly("PG", "GN");
    }

    @Test
    void writesOutSpellings() {
        assertThat(Spellings.of("tele(-|)talk(s|)"))
                .containsExactly("tele-talks", "teletalks", "tele-talk", "teletalk");
        assertThat(Spellings.of("2+2")).containsExactly("2+2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spellings.of("talk(s|"))
                .withMessageContaining("closing parenthesis");
    }

    @Test
    void tellsPhrasesApartThatBeginAlike() {
        PhraseIndex<Integer> forces = new PhraseIndex<>(Map.of(
                "Air Force", 1, "Air", 2, "Air Forces of", 3, "Airlift", 4, "Air Fleet", 5, "No. #", 6, "No. 7", 7));

        assertThat(forces.all(Passage.of("Air Forces of, Airlift; air fleets and (air force) No. 7, No. 8")).stream()
                        .map(PhraseIndex.Match::value))
                .containsExactly(2, 3, 4, 2, 2, 1, 7, 6);
    }

    private List<String> longest(String text) {
        return index.longest(Passage.of(text)).stream()
                .map(match -> match.in(text) + "=" + match.value())
                .collect(Collectors.toList());
    }
}
