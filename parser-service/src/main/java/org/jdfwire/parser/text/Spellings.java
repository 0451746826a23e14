package org.jdfwire.parser.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes out the short notation of the tables: {@code deploy(s|ed|)} is {@code deploys}, {@code deployed} and
 * {@code deploy}. Parentheses do not nest.
 */
public final class Spellings {
    private Spellings() {}

    /** Returns every spelling of a phrase; throws {@link IllegalArgumentException} for an unclosed parenthesis. */
    public static List<String> of(String phrase) {
        int open = phrase.indexOf('(');
        if (open < 0) {
            return List.of(phrase);
        }
        int close = phrase.indexOf(')', open);
        if (close < 0) {
            throw new IllegalArgumentException("phrase: " + phrase + " (expected: a closing parenthesis)");
        }
        List<String> spellings = new ArrayList<>();
        for (String rest : of(phrase.substring(close + 1))) {
            for (String option : phrase.substring(open + 1, close).split("\\|", -1)) {
                spellings.add(phrase.substring(0, open) + option + rest);
            }
        }
        return spellings;
    }
}
