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

    private Passage(String text, int mostWords) {
        this.text = text;
        this.starts = new int[mostWords];
        this.numbers = new int[mostWords];
    }

    /** Reads a text. */
    public static Passage of(String text) {
        Passage passage = new Passage(text, text.length() / LETTERS_A_WORD + 2);
        int at = 0;
        while (at < text.length()) {
            at = passage.readWord(at);
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
            opening = new ArrayList<>(OPENING_SENTENCES);
            int start = 0;
            for (String sentence : Sentences.opening(text, OPENING_SENTENCES)) {
                opening.add(part(sentence, start));
                // one space stands between sentences
                start += sentence.length() + 1;
            }
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

    /** Returns a sentence of it, whose words were told apart with all others. */
    private Passage part(String sentence, int from) {
        int first = firstAt(from);
        int last = firstAt(from + sentence.length());
        Passage part = new Passage(sentence, last - first);
        for (int i = first; i < last; i++) {
            part.add(starts[i] - from, numbers[i]);
        }
        return part;
    }

    private int firstAt(int place) {
        int index = Arrays.binarySearch(starts, 0, count, place);
        return index < 0 ? -index - 1 : index;
    }

    /** Reads the word or sign that begins at a place; returns where the next may begin. */
    private int readWord(int start) {
        char c = text.charAt(start);
        int number = next(0, c);
        int at = start + 1;
        if (!Letters.isWord(c)) {
            add(start, number ^ (number >>> 13));
            return at;
        }
        while (at < text.length() && Letters.isWord(text.charAt(at))) {
            number = next(number, text.charAt(at));
            at++;
        }
        add(start, number ^ (number >>> 13));
        // right behind a word stands what ends it, where no phrase begins
        return at + 1;
    }

    /** Counts every digit as the same: tables have a sign for any. */
    private static int next(int number, char c) {
        char letter = Letters.fold(c);
        return number * 31 + (Letters.isDigit(letter) ? '#' : letter);
    }

    private void add(int start, int number) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2 + 1);
            numbers = Arrays.copyOf(numbers, count * 2 + 1);
        }
        starts[count] = start;
        numbers[count] = number;
        count++;
    }
}
