package org.jdfwire.parser.layout;

import java.util.Set;
import org.jdfwire.parser.text.Words;

/** Names that a line may be and nothing else, whatever its case and its signs. */
final class Names {
    private final Set<String> keys;
    private final int longest;

    /**
     * Makes a set of names.
     *
     * @param keys as {@link Words#key} makes them
     */
    Names(String... keys) {
        this.keys = Set.of(keys);
        this.longest = longest(this.keys);
    }

    static int longest(Set<String> keys) {
        return keys.stream().mapToInt(String::length).max().orElse(0);
    }

    boolean contains(String line) {
        // no key is made of the many lines that are too long
        return Words.letters(line) <= longest && keys.contains(Words.key(line));
    }
}
