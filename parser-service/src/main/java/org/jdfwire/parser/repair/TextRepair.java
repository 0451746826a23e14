package org.jdfwire.parser.repair;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdfwire.contracts.topic.Repair;
import org.jspecify.annotations.Nullable;

/**
 * Mends the texts of one topic and notes what it mended.
 *
 * <p>Only what has a single reading is touched: a small L for a capital I in a country's name ({@code lndia}), a gap in an
 * ordinal ({@code 16 th}), none after a date's comma ({@code July 6,two}), a question mark for a dash or an apostrophe
 * ({@code Japan?India}, {@code Japan?s}), letters of one encoding read in another. A quotation mark that is never closed
 * stays as it is: nobody knows where it ends.
 */
public final class TextRepair {
    private static final Set<String> ENDINGS_AFTER_I = Set.of(
            "ndia",
            "ndian",
            "ndians",
            "ndonesia",
            "ndonesian",
            "raq",
            "raqi",
            "ran",
            "ranian",
            "srael",
            "sraeli",
            "taly",
            "talian",
            "reland",
            "celand");
    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final Set<Repair> repairs = new LinkedHashSet<>();

    /** Returns the text without its damage; the same object where there is none. */
    public String mend(String text) {
        String read = MisreadLetters.reread(text, repairs);
        @Nullable StringBuilder mended = null;
        int copied = 0;
        char before = ' ';
        for (int i = 0; i < read.length(); i++) {
            char c = read.charAt(i);
            String right = mayBeDamage(before, c) ? replacement(read, i) : null;
            before = c;
            if (right != null) {
                mended = mended == null ? new StringBuilder(read.length() + 8) : mended;
                mended.append(read, copied, i).append(right);
                copied = i + 1;
                note(read, i, right);
            }
        }
        // what was mended may show more: in Japan?lndia the question mark stands between names only once the I is right
        return mended == null
                ? read
                : mend(mended.append(read, copied, read.length()).toString());
    }

    /** Notes a damaged text that is kept as the page has it, and how it is understood. */
    public void note(String found, String read) {
        repairs.add(new Repair(found, read));
    }

    /** Returns what was mended, each once, in order; null where nothing was. */
    public @Nullable List<Repair> repairs() {
        return repairs.isEmpty() ? null : List.copyOf(repairs);
    }

    /** Whether a character may be damage, going by the one before it alone. */
    private static boolean mayBeDamage(char before, char c) {
        return switch (c) {
            case 'l' -> !Character.isLetter(before);
            case ' ', ',' -> before >= '0' && before <= '9';
            case '?' -> true;
            default -> false;
        };
    }

    /** Returns what the character must have been, null where it is no damage. */
    private static @Nullable String replacement(String text, int at) {
        return switch (text.charAt(at)) {
            case 'l' -> isCapitalI(text, at) ? "I" : null;
            case ' ' -> isGapInOrdinal(text, at) ? "" : null;
            case ',' -> isCommaAfterDay(text, at) ? ", " : null;
            case '?' -> lostMark(text, at);
            default -> null;
        };
    }

    private static boolean isCapitalI(String text, int at) {
        return ENDINGS_AFTER_I.contains(text.substring(at + 1, endOfWord(text, at)));
    }

    private static boolean isGapInOrdinal(String text, int at) {
        if (isDigit(text, at - 3)) {
            return false;
        }
        int end = endOfWord(text, at + 1);
        int tens = isDigit(text, at - 2) ? text.charAt(at - 2) - '0' : 0;
        String ordinal = text.substring(at + 1, end);
        return tens <= 3 && ordinal.equals(ordinal(tens, text.charAt(at - 1) - '0'));
    }

    private static String ordinal(int tens, int ones) {
        if (tens == 1) {
            return "th";
        }
        return switch (ones) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static boolean isCommaAfterDay(String text, int at) {
        int day = at;
        while (isDigit(text, day - 1)) {
            day--;
        }
        if (at - day > 2 || !isLetter(text, at + 1) || day < 2 || text.charAt(day - 1) != ' ') {
            return false;
        }
        int end = text.charAt(day - 2) == '.' ? day - 2 : day - 1;
        int month = startOfWord(text, end);
        return end - month >= 3
                && MONTHS.contains(text.substring(month, month + 3).toLowerCase(Locale.ROOT));
    }

    /** A question mark inside a word or before a small letter asks nothing. */
    private static @Nullable String lostMark(String text, int at) {
        if (isLetter(text, at - 1) && isLetter(text, at + 1) && !isAddress(text, at)) {
            if (text.startsWith("s", at + 1) && !isLetter(text, at + 2)) {
                return "’";
            }
            boolean names = Character.isUpperCase(text.charAt(startOfWord(text, at)))
                    && Character.isUpperCase(text.charAt(at + 1));
            return names ? "–" : null;
        }
        boolean apart = at >= 2 && text.charAt(at - 1) == ' ' && at + 2 < text.length() && text.charAt(at + 1) == ' ';
        return apart && isLetter(text, at - 2) && Character.isLowerCase(text.charAt(at + 2)) ? "–" : null;
    }

    private static boolean isAddress(String text, int at) {
        int start = text.lastIndexOf(' ', at) + 1;
        int space = text.indexOf(' ', at);
        String word = text.substring(start, space < 0 ? text.length() : space);
        return word.indexOf('/') >= 0 || word.indexOf('=') >= 0 || word.indexOf('@') >= 0;
    }

    /** Notes the words around a mended character, also where it stands apart from them. */
    private void note(String text, int at, String right) {
        boolean apart = text.charAt(at) == '?' && text.charAt(at - 1) == ' ';
        int start = text.lastIndexOf(' ', apart ? at - 2 : at - 1) + 1;
        int after = apart ? at + 2 : at + 1;
        int space = text.indexOf(' ', after);
        int end = space < 0 ? text.length() : space;
        note(text.substring(start, end), text.substring(start, at) + right + text.substring(at + 1, end));
    }

    private static int startOfWord(String text, int end) {
        int start = end;
        while (isLetter(text, start - 1)) {
            start--;
        }
        return start;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (isLetter(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
