package org.jdfwire.parser.person;

import java.util.Set;
import java.util.stream.Collectors;
import org.jdfwire.parser.text.Tables;

/** The words of which names of bodies and formal names of states are made. */
final class BodyWords {
    private final Set<String> formal = Tables.words(BodyWords.class, "formal-words.txt");
    private final Set<String> anchors;
    private final Set<String> words;

    BodyWords() {
        Set<String> all = Tables.words(BodyWords.class, "body-words.txt");
        anchors = all.stream()
                .filter(word -> word.startsWith("*"))
                .map(word -> word.substring(1))
                .collect(Collectors.toUnmodifiableSet());
        words = all.stream().map(word -> word.replace("*", "")).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a word may be part of a body's name; a year may not. */
    boolean isPart(String word) {
        return words.contains(word) || isNumber(word);
    }

    /** Whether a word alone shows that it is a body that is named. */
    boolean isAnchor(String word) {
        return anchors.contains(word);
    }

    /** Whether a word may stand before a state's name: {@code Federative Republic of}. */
    boolean isFormal(String word) {
        return formal.contains(word);
    }

    /** Returns the word that begins at a place, hyphens and apostrophes with it; empty where none does. */
    static String at(String text, int from) {
        int end = from;
        while (end < text.length() && isLetter(text, end)) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isLetter(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || c == '-'
                || ((c == '’' || c == '\'') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && Character.isDigit(word.charAt(0))
                && (word.length() < 4 || (word.length() == 5 && word.endsWith("th")));
    }
}
