package org.jdfwire.parser.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A passage that is read with a vocabulary answers its tables as one that is read for any. */
class VocabularyTest {
    private static final String TEXT =
            "Rear Admiral Aoba, of Class 12, met the Admiral. Rear Admirals met in New Zealand. Aoba left.";

    private final Vocabulary vocabulary = new Vocabulary();
    private final PhraseIndex<Integer> ranks =
            new PhraseIndex<>(Map.of("Admiral", 1, "Rear Admiral", 2, "Rear Admirals", 3), vocabulary);
    private final PhraseIndex<Integer> names =
            new PhraseIndex<>(Map.of("Aoba", 1, "Class ##", 2, "New Zealand", 3, "(c)", 4), vocabulary);

    @Test
    void findsInAPassageOfItsWordsWhatStandsInAnyPassage() {
        for (String text : List.of(TEXT, TEXT.toUpperCase(), "(C) Aoba", "", "Nobody came.", "Class 1")) {
            Passage passage = Passage.of(text, vocabulary);
            assertThat(ranks.longest(passage)).isEqualTo(ranks.longest(Passage.of(text)));
            assertThat(names.all(passage)).isEqualTo(names.all(Passage.of(text)));
        }
        assertThat(ranks.longest(Passage.of(TEXT, vocabulary))).hasSize(3);
        assertThat(names.longest(Passage.of(TEXT, vocabulary))).hasSize(4);
    }

    @Test
    void findsInASentenceWhatStandsInIt() {
        List<Passage> sentences = Passage.of(TEXT, vocabulary).opening();
        assertThat(sentences)
                .extracting(Passage::text)
                .containsExactly(
                        "Rear Admiral Aoba, of Class 12, met the Admiral.",
                        "Rear Admirals met in New Zealand.",
                        "Aoba left.");
        for (Passage sentence : sentences) {
            Passage alone = Passage.of(sentence.text(), vocabulary);
            assertThat(ranks.longest(sentence)).isEqualTo(ranks.longest(alone));
            assertThat(names.longest(sentence)).isEqualTo(names.longest(alone));
        }
    }

    @Test
    void knowsWhereNoPhraseOfATableStands() {
        Passage sentence = Passage.of(TEXT, vocabulary).opening().get(2);
        assertThat(names.mayBeIn(sentence)).isTrue();
        assertThat(ranks.mayBeIn(sentence)).isFalse();
        assertThat(ranks.mayBeIn(Passage.of("Aoba left."))).isTrue();
    }

    @Test
    void hasRoomForEightTables() {
        for (int i = 0; i < 6; i++) {
            new PhraseIndex<>(Map.of("word", i), vocabulary);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> new PhraseIndex<>(Map.of("word", 9), vocabulary))
                .withMessageContaining("expected: at most 8");
    }
}
