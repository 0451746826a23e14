package org.jdfwire.parser.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A name as it is compared with others: its words in plain small letters without hyphens, each once. */
final class FoldedName {
    private static final Set<String> SERVANTS = Set.of("abdul", "abdel", "abd");

    // names have a handful of words, which are sooner looked through than kept in a set
    private final List<String> words;
    private final String last;

    FoldedName(List<String> name) {
        this.words = new ArrayList<>(name.size());
        for (String word : name) {
            String folded = folded(word);
            if (!words.contains(folded)) {
                words.add(folded);
            }
        }
        this.last = folded(name.get(name.size() - 1));
    }

    /** Returns a word in plain small letters without hyphens. */
    static String folded(String word) {
        return PersonIds.slug(word).replace("-", "");
    }

    /** Whether the other name has all these words, and one of them first or last: nobody is called by a middle name. */
    boolean isShortOf(FoldedName other) {
        return other.words.containsAll(words) && (words.contains(other.words.get(0)) || words.contains(other.last));
    }

    /** Whether it is one word, and that behind {@code Abdul} in the other, with which it is one given name. */
    boolean isGivenIn(FoldedName other) {
        int at = words.size() == 1 ? other.words.indexOf(words.get(0)) : -1;
        return at > 0 && SERVANTS.contains(other.words.get(at - 1));
    }

    boolean hasSeveralWords() {
        return words.size() > 1;
    }

    /** Whether both have the same words, in whatever order. */
    boolean hasWordsOf(FoldedName other) {
        return words.size() == other.words.size() && words.containsAll(other.words);
    }
}
