package org.jdfwire.parser.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Phrases of a {@link PhraseIndex} that begin alike: the letters that all of them go on with, then where they part. */
final class Branch<V> {
    private char[] letters;
    private Children<Branch<V>> following = new Children<>();

    /** What the phrase stands for that ends here, or null where none does. */
    @Nullable
    V value;

    /** What a text must have in just these capitals for that phrase; empty where case makes no difference. */
    String capitals = "";

    Branch(String letters) {
        this.letters = letters.toCharArray();
    }

    /** Returns where the letters of this branch end in a text, -1 where they do not stand there. */
    int passed(String text, int from) {
        int end = from + letters.length;
        if (end > text.length()) {
            return -1;
        }
        for (int at = from; at < end; at++) {
            char wanted = letters[at - from];
            char c = Letters.fold(text.charAt(at));
            if (c != wanted && !(wanted == '#' && Letters.isDigit(c))) {
                return -1;
            }
        }
        return end;
    }

    /** Returns the branch behind a letter of a text, null where none is. */
    @Nullable
    Branch<V> next(char c) {
        char letter = Letters.fold(c);
        Branch<V> next = following.get(letter);
        return next == null && Letters.isDigit(letter) ? following.get('#') : next;
    }

    /** Returns the branch at the end of a phrase's letters, grown where there was none. */
    Branch<V> grown(String phrase) {
        int shared = 0;
        while (shared < Math.min(letters.length, phrase.length()) && letters[shared] == phrase.charAt(shared)) {
            shared++;
        }
        if (shared < letters.length) {
            split(shared);
        }
        if (shared == phrase.length()) {
            return this;
        }
        char letter = phrase.charAt(shared);
        String rest = phrase.substring(shared + 1);
        Branch<V> known = following.get(letter);
        return known != null ? known.grown(rest) : following.put(letter, new Branch<>(rest));
    }

    private void split(int at) {
        Branch<V> rest = new Branch<>(String.valueOf(letters).substring(at + 1));
        rest.following = following;
        rest.value = value;
        rest.capitals = capitals;
        following = new Children<>();
        following.put(letters[at], rest);
        letters = Arrays.copyOf(letters, at);
        value = null;
        capitals = "";
    }
}
