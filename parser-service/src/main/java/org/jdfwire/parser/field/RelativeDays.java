package org.jdfwire.parser.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The words that count a day from that of the entry before: {@code On the same day} · {@code the day after}. */
public final class RelativeDays {
    private final PhraseIndex<Anchor> words;

    public RelativeDays(Vocabulary vocabulary) {
        this.words = new PhraseIndex<>(phrases(), vocabulary);
    }

    /** Which day is meant, counted from the entry before. */
    enum Anchor {
        SAME,
        NEXT,
        PREVIOUS
    }

    /** Returns the first such words of a paragraph, null where it has none. */
    @Nullable
    Match<Anchor> first(Passage paragraph) {
        List<Match<Anchor>> found = words.longest(paragraph);
        return found.isEmpty() ? null : found.get(0);
    }

    private static Map<String, Anchor> phrases() {
        Map<String, Anchor> words = new HashMap<>();
        for (String on : List.of("", "on ")) {
            for (String day : List.of("day", "date")) {
                words.put(on + "the same " + day, Anchor.SAME);
                words.put(on + "that same " + day, Anchor.SAME);
                words.put(on + "the next " + day, Anchor.NEXT);
                words.put(on + "the following " + day, Anchor.NEXT);
                words.put(on + "the previous " + day, Anchor.PREVIOUS);
            }
            words.put(on + "the day after", Anchor.NEXT);
            words.put(on + "the day before", Anchor.PREVIOUS);
        }
        return words;
    }
}
