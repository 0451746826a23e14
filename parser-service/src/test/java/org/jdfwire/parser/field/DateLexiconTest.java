package org.jdfwire.parser.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jdfwire.parser.field.DateToken.Kind;
import org.junit.jupiter.api.Test;

/** Words of dates are known in any case, and nothing else is. */
class DateLexiconTest {

    @Test
    void knowsWordsInAnyCase() {
        for (String word : List.of("september", "SEPTEMBER", "September", "sEpT")) {
            assertThat(DateLexicon.word(word, 0, word.length())).isEqualTo(new DateToken(Kind.MONTH, 9, 0, 0, false));
        }
        assertThat(DateLexicon.word("in early weeks", 3, 8)).extracting("kind").isEqualTo(Kind.PART);
        assertThat(DateLexicon.word("in early weeks", 3, 7)).isNull();
        assertThat(DateLexicon.word("Septembers", 0, 10)).isNull();
    }

    @Test
    void takesForAMonthWhateverIsOne() {
        for (String month :
                "January Jan February Feb March Mar April Apr May June Jun July Jul August Aug September Sep Sept October Oct November Nov December Dec"
                        .split(" ")) {
            assertThat(DateLexicon.mayBeMonth(month, 0)).as(month).isTrue();
            assertThat(DateLexicon.mayBeMonth(month.toUpperCase(Locale.ROOT), 0))
                    .as(month)
                    .isTrue();
        }
        assertThat(DateLexicon.mayBeMonth("Japan", 0)).isFalse();
        assertThat(DateLexicon.mayBeMonth("Ma", 0)).isFalse();
    }

    @Test
    void makesSmallWhatIsLarge() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String small = String.valueOf((char) c).toLowerCase(Locale.ROOT);
            char expected = small.length() == 1 ? small.charAt(0) : (char) c;
            assertThat(DateLexicon.small((char) c)).as("U+%04X", c).isEqualTo(expected);
        }
    }
}
