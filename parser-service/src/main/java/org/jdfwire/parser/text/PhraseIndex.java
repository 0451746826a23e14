package org.jdfwire.parser.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phrases of a table in a text: one walk over its words, however many phrases there are.
 *
 * <p>A phrase is found as whole words, whatever their case; an abbreviation of up to four capitals ({@code US},
 * {@code U.K.}) only in capitals, for {@code us} is a word. In a phrase {@code #} stands for any digit.
 */
public final class PhraseIndex<V> {
    private static final Pattern ABBREVIATION = Pattern.compile("(?:\\p{Lu}\\.?){2,4}");

    /** How many first words are told apart; several share a place, and then their letters tell. */
    private static final int OPENINGS = 1 << 13;

    /** Where first words of phrases are: of most words of a text this alone says that they begin none. */
    private final BitSet openings = new BitSet(OPENINGS);

    private final List<@Nullable Branch<V>> branches = new ArrayList<>(Collections.nCopies(OPENINGS, null));

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
    public List<Match<V>> longest(Passage passage) {
        return matches(passage, true);
    }

    /** Returns every phrase, also those inside of others, in the order in which they begin, then end. */
    public List<Match<V>> all(Passage passage) {
        return matches(passage, false);
    }

    private List<Match<V>> matches(Passage passage, boolean longestOnly) {
        List<Match<V>> found = new ArrayList<>();
        int done = 0;
        for (int i = 0; i < passage.count(); i++) {
            int number = passage.number(i) & (OPENINGS - 1);
            if (openings.get(number) && passage.start(i) >= done) {
                Branch<V> branch = branches.get(number);
                int before = found.size();
                if (branch != null) {
                    walk(branch, passage.text(), passage.start(i), longestOnly, found);
                }
                done = longestOnly && found.size() > before ? found.get(before).end() : done;
            }
        }
        return found;
    }

    private void walk(Branch<V> first, String text, int start, boolean longestOnly, List<Match<V>> found) {
        int kept = found.size();
        @Nullable Branch<V> branch = first;
        int at = start;
        while (branch != null) {
            int end = branch.passed(text, at);
            if (end < 0) {
                return;
            }
            if (branch.value != null && isEnd(text, end) && text.startsWith(branch.capitals, start)) {
                if (longestOnly && found.size() > kept) {
                    found.remove(kept);
                }
                found.add(new Match<>(start, end, branch.value));
            }
            branch = end < text.length() ? branch.next(text.charAt(end)) : null;
            at = end + 1;
        }
    }

    private void add(String phrase, V value) {
        // the words of a text have digits where a phrase has this sign
        int number = Passage.of(phrase.replace('#', '0')).number(0) & (OPENINGS - 1);
        StringBuilder letters = new StringBuilder(phrase.length());
        phrase.chars().forEach(c -> letters.append(Letters.fold((char) c)));
        Branch<V> known = branches.get(number);
        Branch<V> first = known == null ? new Branch<>(letters.toString()) : known;
        branches.set(number, first);
        openings.set(number);
        Branch<V> end = first.grown(letters.toString());
        if (end.value == null) {
            end.value = value;
            end.capitals = ABBREVIATION.matcher(phrase).matches() ? phrase : "";
        }
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || !Letters.isWord(text.charAt(at));
    }
}
