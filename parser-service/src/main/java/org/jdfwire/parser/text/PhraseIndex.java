package org.jdfwire.parser.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phrases of a table in a text: one walk over its letters, however many phrases there are.
 *
 * <p>A phrase is found as whole words, whatever their case; an abbreviation of up to four capitals ({@code US},
 * {@code U.K.}) only in capitals, for {@code us} is a word. In a phrase {@code #} stands for any digit.
 */
public final class PhraseIndex<V> {
    private static final Pattern ABBREVIATION = Pattern.compile("(?:\\p{Lu}\\.?){2,4}");

    /** How many first words are told apart; several share a place, and then the walk tells. */
    private static final int OPENINGS = 1 << 13;

    private final Node<V> root = new Node<>();

    /** Where first words of phrases are: of most words of a text this alone says that they begin none. */
    private final BitSet openings = new BitSet(OPENINGS);

    /**
     * Makes an index.
     *
     * @param phrases phrases and what they stand for; of two that differ only in case the first counts
     */
    public PhraseIndex(Map<String, V> phrases) {
        phrases.forEach(this::add);
    }

    /**
     * A phrase in a text.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     * @param value what it stands for
     */
    public record Match<V>(int start, int end, V value) {

        /** Returns the words of the text that it was searched in. */
        public String in(String text) {
            return text.substring(start, end);
        }
    }

    /** Returns the longest phrases in the order of the text, none reaching into another. */
    public List<Match<V>> longest(String text) {
        return matches(text, true);
    }

    /** Returns every phrase, also those inside of others, in the order in which they begin, then end. */
    public List<Match<V>> all(String text) {
        return matches(text, false);
    }

    private List<Match<V>> matches(String text, boolean longestOnly) {
        List<Match<V>> found = new ArrayList<>(0);
        int at = 0;
        while (at < text.length()) {
            int before = found.size();
            if (openings.get(opening(text, at))) {
                walk(text, at, longestOnly, found);
            }
            at = longestOnly && found.size() > before ? found.get(before).end() : at + 1;
            // a phrase begins where no letter stands before it
            while (at < text.length() && isWord(text.charAt(at - 1))) {
                at++;
            }
        }
        return found;
    }

    private void walk(String text, int start, boolean longestOnly, List<Match<V>> found) {
        int kept = found.size();
        @Nullable Node<V> node = root.next(fold(text.charAt(start)));
        for (int at = start + 1; node != null; at++) {
            if (node.value != null && isEnd(text, at) && node.fits(text, start)) {
                if (longestOnly && found.size() > kept) {
                    found.remove(kept);
                }
                found.add(new Match<>(start, at, node.value));
            }
            node = at < text.length() ? node.next(fold(text.charAt(at))) : null;
        }
    }

    /** Returns the place of the word that begins there, or of the sign that stands there. */
    private static int opening(String text, int start) {
        int place = 0;
        int at = start;
        do {
            char c = fold(text.charAt(at));
            place = place * 31 + (c >= '0' && c <= '9' ? '#' : c);
            at++;
        } while (at < text.length() && isWord(text.charAt(at - 1)) && isWord(text.charAt(at)));
        return (place ^ (place >>> 13)) & (OPENINGS - 1);
    }

    private void add(String phrase, V value) {
        // the words of a text have digits where a phrase has this sign
        openings.set(opening(phrase.replace('#', '0'), 0));
        Node<V> node = root;
        for (int i = 0; i < phrase.length(); i++) {
            node = node.grow(fold(phrase.charAt(i)));
        }
        if (node.value == null) {
            node.value = value;
            node.capitals = ABBREVIATION.matcher(phrase).matches() ? phrase : "";
        }
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || !isWord(text.charAt(at));
    }

    private static boolean isWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c) && !isWrittenWithoutGaps(c);
    }

    /** Whether a letter is Japanese: kana and kanji stand without gaps, so a word may begin and end anywhere. */
    private static boolean isWrittenWithoutGaps(char c) {
        return c >= 0x3040 && (c <= 0x30FF || (c >= 0x4E00 && c <= 0x9FFF));
    }

    /** Takes away what makes no difference to a reader: case, the width of gaps, the shape of hyphens and quotes. */
    private static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return switch (c) {
            case '\u2010', '\u2011' -> '-';
            case '\u2019' -> '\'';
            default -> Words.isSpace(c) ? ' ' : Character.toLowerCase(c);
        };
    }

    /** The letters that may follow, and the phrase that ends here if one does. */
    private static final class Node<V> {
        private final Children<Node<V>> following = new Children<>();
        private @Nullable V value;
        private String capitals = "";

        @Nullable
        Node<V> next(char letter) {
            Node<V> next = following.get(letter);
            return next == null && letter >= '0' && letter <= '9' ? following.get('#') : next;
        }

        Node<V> grow(char letter) {
            Node<V> known = following.get(letter);
            return known != null ? known : following.put(letter, new Node<>());
        }

        boolean fits(String text, int start) {
            return text.startsWith(capitals, start);
        }
    }
}
