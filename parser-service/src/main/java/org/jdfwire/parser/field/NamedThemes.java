package org.jdfwire.parser.field;

import java.util.Locale;
import java.util.Set;

/**
 * Tells what a sentence only quotes as the theme of a speech or the name of a text: {@code spoke on “Competition in Asia”}.
 * The name of an event in quotation marks is none: {@code the exercise “Keen Sword”}.
 */
final class NamedThemes {
    private static final Set<String> BEFORE = Set.of("on", "about", "entitled", "titled");
    private static final String OPENING = "“\"";
    private static final int LONGEST_WORD = 12;

    private NamedThemes() {}

    /** Whether a place of a sentence stands inside of a quoted theme. */
    static boolean isInside(String sentence, int at) {
        int open = -1;
        for (int i = 0; i < at; i++) {
            char c = sentence.charAt(i);
            if (open < 0 && OPENING.indexOf(c) >= 0) {
                open = i;
            } else if (c == '”' || (open >= 0 && c == '"')) {
                open = -1;
            }
        }
        return open > 0 && BEFORE.contains(wordBefore(sentence, open));
    }

    private static String wordBefore(String sentence, int quote) {
        int end = sentence.charAt(quote - 1) == ' ' ? quote - 1 : quote;
        String before = sentence.substring(Math.max(0, end - LONGEST_WORD), end);
        return before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
