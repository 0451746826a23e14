package org.jdfwire.parser.text;

import java.util.ArrayList;
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
    private static final int PLACES = 1 << 13;

    private final @Nullable Branch<V>[] branches = newBranches();
    private final int table;

    /**
     * Makes an index.
     *
     * @param phrases phrases and what they stand for; of two that differ only in case the first counts
     * @param vocabulary of the passages that it will be looked up in
     */
    public PhraseIndex(Map<String, V> phrases, Vocabulary vocabulary) {
        this.table = vocabulary.newTable();
        phrases.forEach((phrase, value) -> add(phrase, value, vocabulary));
    }

    /** Makes an index for passages that are read for any table. */
    public PhraseIndex(Map<String, V> phrases) {
        this(phrases, new Vocabulary());
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

    /** Whether a passage has a word with which a phrase begins: where it has none, it has no phrase. */
    public boolean mayBeIn(Passage passage) {
        return (passage.tables() & table) != 0;
    }

    private List<Match<V>> matches(Passage passage, boolean longestOnly) {
        List<Match<V>> found = new ArrayList<>();
        if (!mayBeIn(passage)) {
            return found;
        }
        int done = 0;
        for (int i = passage.first(); i < passage.end(); i++) {
            if ((passage.tables(i) & table) == 0 || passage.start(i) < done) {
                continue;
            }
            Branch<V> branch = branches[place(passage.number(i))];
            if (branch != null) {
                int before = found.size();
                walk(branch, passage.text(), passage.start(i), longestOnly, found);
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

    private void add(String phrase, V value, Vocabulary vocabulary) {
        // the words of a text have digits where a phrase has this sign
        int number = Passage.of(phrase.replace('#', '0')).number(0);
        vocabulary.add(number, table);
        StringBuilder letters = new StringBuilder(phrase.length());
        phrase.chars().forEach(c -> letters.append(Letters.fold((char) c)));
        Branch<V> known = branches[place(number)];
        Branch<V> first = known == null ? new Branch<>(letters.toString()) : known;
        branches[place(number)] = first;
        Branch<V> end = first.grown(letters.toString());
        if (end.value == null) {
            end.value = value;
            end.capitals = ABBREVIATION.matcher(phrase).matches() ? phrase : "";
        }
    }

    private static int place(int number) {
        return number & (PLACES - 1);
    }

    @SuppressWarnings("unchecked")
    private static <V> @Nullable Branch<V>[] newBranches() {
        return (Branch<V>[]) new Branch<?>[PLACES];
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || !Letters.isWord(text.charAt(at));
    }
}
