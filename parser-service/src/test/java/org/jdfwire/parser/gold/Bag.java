package org.jdfwire.parser.gold;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Things of which some may occur several times, to be compared without regard to their order. */
final class Bag {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<Object, Integer> counts = new HashMap<>();
    private int size;

    static Bag of(Collection<?> things) {
        Bag bag = new Bag();
        for (Object thing : things) {
            bag.counts.merge(thing, 1, Integer::sum);
            bag.size++;
        }
        return bag;
    }

    /** Returns the words of texts: runs of letters and digits, in lower case. */
    static Bag words(Collection<String> texts) {
        return of(texts.stream()
                .flatMap(text -> List.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))).stream())
                .filter(word -> !word.isEmpty())
                .toList());
    }

    int size() {
        return size;
    }

    /** Returns how many things two bags have in common. */
    int common(Bag other) {
        int common = 0;
        for (Map.Entry<Object, Integer> entry : counts.entrySet()) {
            common += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
        }
        return common;
    }
}
