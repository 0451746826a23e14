package org.jdfwire.parser.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that several tables are looked up in: its words are told apart once, for all of them and for its sentences. */
public final class Passage {
    private static final int OPENING_SENTENCES = 3;

    private final String text;
    private final Openings openings;

    /** Where it begins in the text that the openings are of, and which of them are its own. */
    private final int from;

    private final int first;
    private final int end;
    private final int tables;
    private @Nullable List<Passage> opening;

    private Passage(String text, Openings openings, int from, int first, int end) {
        this.text = text;
        this.openings = openings;
        this.from = from;
        this.first = first;
        this.end = end;
        int opened = 0;
        for (int i = first; i < end; i++) {
            opened |= openings.tables(i);
        }
        this.tables = opened;
    }

    private Passage(String text, Openings openings) {
        this(text, openings, 0, 0, openings.count());
    }

    /** Reads a text for the tables of a vocabulary. */
    public static Passage of(String text, Vocabulary vocabulary) {
        return new Passage(text, Openings.of(text, vocabulary));
    }

    /** Reads a text for any table. */
    public static Passage of(String text) {
        return new Passage(text, Openings.of(text, null));
    }

    /** Reads several texts for the tables of a vocabulary. */
    public static List<Passage> all(List<String> texts, Vocabulary vocabulary) {
        List<Passage> passages = new ArrayList<>(texts.size());
        for (String text : texts) {
            passages.add(of(text, vocabulary));
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

    /** Returns the bits of all tables that any of its words may open. */
    int tables() {
        return tables;
    }

    /** Returns the first of its words that may open a table. */
    int first() {
        return first;
    }

    /** Returns the end of those words, exclusive. */
    int end() {
        return end;
    }

    /** Returns where a word begins. */
    int start(int index) {
        return openings.start(index) - from;
    }

    /** Returns the number of a word. */
    int number(int index) {
        return openings.number(index);
    }

    /** Returns the bits of the tables that a word may open. */
    int tables(int index) {
        return openings.tables(index);
    }

    private Passage part(String sentence, int start) {
        return new Passage(
                sentence, openings, start, openings.firstAt(start), openings.firstAt(start + sentence.length()));
    }
}
