package org.jdfwire.parser.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words and signs of a text with which phrases may begin: those at its start and behind whatever is no letter of a
 * word. Of each it knows a number that is the same for all its spellings.
 */
final class Openings {
    private static final int ALL_TABLES = 0xFF;
    private static final int LETTERS_AN_OPENING = 12;

    private int[] starts;
    private int[] numbers;
    private byte[] tables;
    private int count;

    private Openings(int most) {
        this.starts = new int[most];
        this.numbers = new int[most];
        this.tables = new byte[most];
    }

    /**
     * Tells the words of a text apart.
     *
     * @param vocabulary the words to keep, null for all
     */
    static Openings of(String text, @Nullable Vocabulary vocabulary) {
        Openings openings = new Openings(text.length() / LETTERS_AN_OPENING + 2);
        int at = 0;
        while (at < text.length()) {
            int start = at;
            int number = 0;
            char letter = Letters.inWord(text.charAt(at));
            while (letter != 0) {
                number = number * 31 + letter;
                at++;
                letter = at < text.length() ? Letters.inWord(text.charAt(at)) : 0;
            }
            openings.add(start, start < at ? number : Letters.fold(text.charAt(start)), vocabulary);
            // right behind a word stands what ends it, where no phrase begins
            at++;
        }
        return openings;
    }

    private void add(int start, int letters, @Nullable Vocabulary vocabulary) {
        int number = letters ^ (letters >>> 13);
        int opened = vocabulary == null ? ALL_TABLES : vocabulary.tables(number);
        if (opened == 0) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
            tables = Arrays.copyOf(tables, count * 2);
        }
        starts[count] = start;
        numbers[count] = number;
        tables[count] = (byte) opened;
        count++;
    }

    int count() {
        return count;
    }

    /** Returns where it begins. */
    int start(int index) {
        return starts[index];
    }

    /** Returns its number; two words may share it. */
    int number(int index) {
        return numbers[index];
    }

    /** Returns the bits of the tables that it may open. */
    int tables(int index) {
        return tables[index] & ALL_TABLES;
    }

    /** Returns the first that begins at a place or behind it. */
    int firstAt(int place) {
        int index = Arrays.binarySearch(starts, 0, count, place);
        return index < 0 ? -index - 1 : index;
    }
}
