package org.jdfwire.parser.confidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a text has words that look like a day, in whatever form; the reader of dates must know the form too. */
final class DayWords {
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String WITH_YEAR =
            "\\b" + MONTH + "\\.?\\W{0,3}\\d{1,2}(?:st|nd|rd|th)?\\W{1,3}" + YEAR + "\\b"
                    + "|\\b\\d{1,2}(?:st|nd|rd|th)?\\W{0,3}(?:of\\W)?" + MONTH + "\\W{1,3}" + YEAR + "\\b"
                    + "|\\b" + YEAR + "\\s?[-./年]\\s?\\d{1,2}\\s?[-./月]\\s?\\d{1,2}"
                    + "|\\b\\d{1,2}[./]\\d{1,2}[./]" + YEAR + "\\b";
    private static final String WITHOUT = "\\b" + MONTH + "\\.?\\W{0,3}\\d{1,2}\\b"
            + "|\\b\\d{1,2}(?:st|nd|rd|th)?\\W{0,3}(?:of\\W)?" + MONTH + "\\b"
            + "|\\d\\s?月\\s?\\d";
    private static final Pattern DAY_OF_A_YEAR = Pattern.compile(WITH_YEAR, Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile(WITH_YEAR + "|" + WITHOUT, Pattern.CASE_INSENSITIVE);

    /** No such words are longer: {@code 15th  of September   2020}. */
    private static final int LONGEST = 32;

    private DayWords() {}

    /**
     * Returns whether it has such words.
     *
     * @param withYear whether only a day with its year counts; without the month no other can be placed
     */
    static boolean in(String text, boolean withYear) {
        int digit = nextDigit(text, 0);
        if (digit < 0 || (withYear && !text.contains("19") && !text.contains("20"))) {
            return false;
        }
        Matcher day = (withYear ? DAY_OF_A_YEAR : DAY).matcher(text).useTransparentBounds(true);
        // no day is without a digit, and most of a text is
        while (digit >= 0) {
            int start = Math.max(0, digit - LONGEST);
            int end = Math.min(text.length(), digit + 2 * LONGEST);
            if (hasWordOrJoint(text, start, end) && day.region(start, end).find()) {
                return true;
            }
            digit = nextDigit(text, digit + LONGEST);
        }
        return false;
    }

    /** Whether there is more than numbers and gaps: a day has the name of its month, or joints between its numbers. */
    private static boolean hasWordOrJoint(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '-' || c == '.' || c == '/' || Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    private static int nextDigit(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                return at;
            }
        }
        return -1;
    }
}
