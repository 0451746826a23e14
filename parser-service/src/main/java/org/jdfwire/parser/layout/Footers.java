package org.jdfwire.parser.layout;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.Words;

/** Recognizes the ministry's address and the notice of its rights. */
final class Footers {
    private static final int MOST_LINE = 200;

    private static final Sign COPYRIGHT = new Sign("copyright");
    private static final Sign IN_LETTERS = new Sign("(c)");
    private static final Sign RESERVED = new Sign("all rights reserved");
    private static final Pattern RIGHTS = Pattern.compile(
            "copyright|©|\\(c\\)\\s*(?:\\d{4}\\W*)?(?:japan\\s+)?ministry|all rights reserved",
            Pattern.CASE_INSENSITIVE);

    /** Every way to state an address has so many digits in a row. */
    private static final int LEAST_DIGITS = 3;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:ichigaya|shinjuku|tokyo|minato-ku|akasaka).*\\d{3}-\\d{4}|〒\\s*\\d{3}|\\btel\\b\\W*[+\\d(].*\\d{4}",
            Pattern.CASE_INSENSITIVE);

    /** One of these stands as a word of its own in every footer. */
    private static final PhraseIndex<Boolean> WORDS = new PhraseIndex<>(Stream.of(
                    "copyright",
                    "(c)",
                    "all rights reserved",
                    "ichigaya",
                    "shinjuku",
                    "tokyo",
                    "minato-ku",
                    "akasaka",
                    "tel")
            .collect(Collectors.toMap(word -> word, word -> true)));

    private Footers() {}

    static boolean isFooter(String text) {
        return text.length() <= MOST_LINE
                && (hasSignOfRights(text) || mayBeAddress(text))
                && hasFooterWord(text)
                && (RIGHTS.matcher(text).find()
                        || (mayBeAddress(text) && ADDRESS.matcher(text).find()));
    }

    private static boolean hasSignOfRights(String text) {
        return text.indexOf('©') >= 0 || COPYRIGHT.isIn(text) || IN_LETTERS.isIn(text) || RESERVED.isIn(text);
    }

    private static boolean mayBeAddress(String text) {
        return !Words.endsSentence(text) && hasNumber(text);
    }

    private static boolean hasNumber(String text) {
        int digits = 0;
        for (int at = 0; at < text.length() && digits < LEAST_DIGITS; at++) {
            char c = text.charAt(at);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        }
        return digits == LEAST_DIGITS;
    }

    private static boolean hasFooterWord(String text) {
        // a postal mark stands right before its number and a copyright sign before its year, so neither is a word
        return text.indexOf('〒') >= 0
                || text.indexOf('©') >= 0
                || !WORDS.longest(Passage.of(text)).isEmpty();
    }
}
