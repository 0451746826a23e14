package org.jdfwire.parser.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows each letter of a {@link PhraseIndex}: ASCII letters in a row from the least to the greatest, so that the
 * letter itself says where to look; the others, which are rare, in a list.
 */
final class Children<N> {
    private static final char END_OF_ASCII = 0x80;

    private char least;

    private @Nullable N[] row = newRow(0);

    private String otherLetters = "";
    private final List<N> others = new ArrayList<>(0);

    @Nullable
    N get(char letter) {
        if (letter >= END_OF_ASCII) {
            int other = otherLetters.indexOf(letter);
            return other < 0 ? null : others.get(other);
        }
        int at = letter - least;
        return at >= 0 && at < row.length ? row[at] : null;
    }

    /** Puts what follows a letter that nothing follows yet, and returns it. */
    N put(char letter, N child) {
        if (letter >= END_OF_ASCII) {
            otherLetters += letter;
            others.add(child);
            return child;
        }
        least = row.length == 0 ? letter : least;
        int from = Math.min(least, letter);
        int to = Math.max(least + row.length, letter + 1);
        @Nullable N[] longer = newRow(to - from);
        System.arraycopy(row, 0, longer, least - from, row.length);
        row = longer;
        least = (char) from;
        row[letter - from] = child;
        return child;
    }

    @SuppressWarnings("unchecked")
    private static <N> @Nullable N[] newRow(int length) {
        return (N[]) new Object[length];
    }
}
