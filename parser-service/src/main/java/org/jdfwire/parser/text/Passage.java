package org.jdfwire.parser.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that several tables are looked up in: its words are told apart once, for all of them.
 *
 * <p>Where a phrase may begin, that is at the start and behind whatever is no letter of a word, stands a word or a sign;
 * of each it knows a number that is the same for all its spellings.
 */
public final class Passage {
    private static final int LETTERS_A_WORD = 5;
    private static final int OPENING_SENTENCES = 3;

    private final String text;
    private int[] starts;
    private int[] numbers;
    private int count;
    private @Nullable List<Passage> opening;

    private Passage(String text) {
        this.text = text;
        this.starts = new int[text.length() / LETTERS_A_WORD + 2];
        this.numbers = new int[starts.length];
    }

    /** Reads a text. */
    public static Passage of(String text) {
        Passage passage = new Passage(text);
        for (int at = 0; at < text.length(); ) {
            int end = endOfWord(text, at);
            passage.add(at, number(text, at, end));
            // right behind a word stands what ends it, where no phrase begins
            at = Letters.isWord(text.charAt(at)) ? end + 1 : end;
        }
        return passage;
    }

    /** Reads several texts. */
    public static List<Passage> all(List<String> texts) {
        List<Passage> passages = new ArrayList<>(texts.size());
        for (String text : texts) {
            passages.add(of(text));
        }
        return passages;
    }

    /** Returns its first sentences, three at most. */
    public List<Passage> opening() {
        if (opening == null) {
            opening = all(Sentences.opening(text, OPENING_SENTENCES));
        }
        return opening;
    }

    /** Returns the text as it was given. */
    public String text() {
        return text;
    }

    /** Returns how many words and signs a phrase may begin with. */
    int count() {
        return count;
    }

    /** Returns where a word or sign begins. */
    int start(int index) {
        return starts[index];
    }

    /** Returns the number of a word or sign; two words may share it. */
    int number(int index) {
        return numbers[index];
    }

    /** Returns the number of the word or sign that a text begins with. */
    static int firstNumber(String text) {
        return number(text, 0, endOfWord(text, 0));
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        if (Letters.isWord(text.charAt(start))) {
            while (end < text.length() && Letters.isWord(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    /** Counts every digit as the same: tables have a sign for any. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int at = start; at < end; at++) {
            char c = Letters.fold(text.charAt(at));
            number = number * 31 + (Letters.isDigit(c) ? '#' : c);
        }
        return number ^ (number >>> 13);
    }

    private void add(int start, int number) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        starts[count] = start;
        numbers[count] = number;
        count++;
    }
}
