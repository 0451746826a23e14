package org.jdfwire.parser.field;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date all in numbers, the year first: {@code 2020-11-02} (ISO 8601) · {@code 2020/11/02} · {@code 2020.11.2}. Part of a
 * longer number, or behind what announces one of a telephone, it is none.
 *
 * @param year 1900 to 2099
 * @param month 1 to 12
 * @param day 1 to 31
 */
record NumericDate(int year, int month, int day) {
    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)\\d\\d(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])|([/.])(?:0?[1-9]|1[0-2])\\1(?:0?[1-9]|[12]\\d|3[01]))(?![\\p{L}\\d/_-]|[.:,]\\d)");
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?:\\b(?:tel|fax|phone|telephone|mobile|dial|ext|number|no)\\b[.:)]*|[+)]|\\d)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final int YEAR = 4;
    private static final int LONGEST = 12;
    private static final int BEFORE = 16;
    private static final String SEPARATORS = "-/.";
    private static final String JOINS = "-/.,_:+#";

    /** Whether a year can begin so. */
    static boolean mayOpen(char c) {
        return c == '1' || c == '2';
    }

    /** Returns where the date ends that begins at a place, exclusive; -1 where none does. */
    static int end(String text, int at) {
        if (at + YEAR >= text.length()
                || SEPARATORS.indexOf(text.charAt(at + YEAR)) < 0
                || (at > 0 && isJoined(text.charAt(at - 1)))) {
            return -1;
        }
        // one sign more than a date has, for what must not follow it
        Matcher date = DATE.matcher(text).region(at, Math.min(text.length(), at + LONGEST + 1));
        boolean found = date.useTransparentBounds(true).lookingAt()
                && !TELEPHONE
                        .matcher(text.substring(Math.max(0, at - BEFORE), at))
                        .find();
        return found ? date.end() : -1;
    }

    private static boolean isJoined(char before) {
        return Character.isLetterOrDigit(before) || JOINS.indexOf(before) >= 0;
    }

    /** Reads the words of a date. */
    static NumericDate of(String words) {
        String[] parts = words.split("[-/.]");
        return new NumericDate(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
