package org.jdfwire.parser.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Divides a folded text into sentences. */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Mr", "Mrs", "Ms", "Dr", "St", "No", "Gen", "Maj", "Col", "Lt", "Capt", "Adm", "Cdr", "Brig", "Hon", "Rt",
            "Prof", "Sgt", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Ft",
            "Mt", "vs", "Co");

    private static final int LONGEST_OPENING = 2_000;

    private Sentences() {}

    /** Returns the first sentences, as far as they stand in the first {@value #LONGEST_OPENING} letters. */
    public static List<String> opening(String text, int most) {
        return of(
                text.length() <= LONGEST_OPENING ? text : text.substring(0, text.lastIndexOf(' ', LONGEST_OPENING) + 1),
                most);
    }

    /**
     * Returns the sentences in order, without the gaps between them.
     *
     * <p>A sentence ends with {@code .}, {@code !} or {@code ?}, a closing quote or parenthesis with it, before a gap and
     * what does not begin small; the point of an abbreviation such as {@code U.S.}, {@code Mr.} or {@code Gen.} ends none.
     */
    public static List<String> of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    private static List<String> of(String text, int most) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length() && sentences.size() < most) {
            if (isStop(text.charAt(at))) {
                int end = endOfQuotes(text, at + 1);
                if (end < text.length() && text.charAt(end) == ' ' && isEnd(text, start, at, end)) {
                    sentences.add(text.substring(start, end));
                    start = end + 1;
                    at = end;
                }
            }
            at++;
        }
        if (start < text.length() && sentences.size() < most) {
            sentences.add(text.substring(start));
        }
        return sentences;
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?';
    }

    private static int endOfQuotes(String text, int from) {
        int end = from;
        while (end < text.length() && "\"'”’)]".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isEnd(String text, int start, int point, int gap) {
        if (gap + 1 < text.length() && Character.isLowerCase(text.charAt(gap + 1))) {
            return false;
        }
        return text.charAt(point) != '.' || !isAbbreviation(text, start, point);
    }

    /** Whether the word before a point is a single letter, or short and begins large: {@code S.}, {@code Gen.}. */
    private static boolean isAbbreviation(String text, int start, int point) {
        int from = point;
        while (from > start && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int letters = point - from;
        return letters == 1
                || (letters >= 2
                        && letters <= 4
                        && Character.isUpperCase(text.charAt(from))
                        && ABBREVIATIONS.contains(text.substring(from, point)));
    }
}
