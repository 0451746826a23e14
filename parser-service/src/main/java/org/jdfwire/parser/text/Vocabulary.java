package org.jdfwire.parser.text;

/**
 * The words with which the phrases of several tables begin.
 *
 * <p>A passage that is read with it keeps these words alone, and knows which tables each of them may open; so a table
 * looks only where one of its phrases may stand. A parser makes all its tables before it reads the first passage.
 */
public final class Vocabulary {
    private static final int MOST_TABLES = Byte.SIZE;

    /** How many words are told apart; several share a place, and then their letters tell. */
    private static final int PLACES = 1 << 15;

    /** Of each place the tables that its words may open, a bit each; none for most words of a text. */
    private final byte[] tables = new byte[PLACES];

    private int count;

    /** Returns the bit of one more table. */
    int newTable() {
        if (count == MOST_TABLES) {
            throw new IllegalStateException("tables: one more than " + count + " (expected: at most " + count + ")");
        }
        return 1 << count++;
    }

    /** Takes up a word, by its number, that begins a phrase of a table. */
    void add(int number, int table) {
        tables[number & (PLACES - 1)] |= (byte) table;
    }

    /** Returns the bits of the tables that a word may open, by its number. */
    int tables(int number) {
        return tables[number & (PLACES - 1)] & 0xFF;
    }
}
