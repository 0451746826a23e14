package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdfwire.parser.field.DateToken.Kind;
import org.jdfwire.parser.text.Words;

/** Splits a text into tokens, but only around the names of months and dates in numbers: nowhere else can a date stand. */
final class DateTokens {
    /** How far from a month the words of its date can reach: {@code For 30 days, starting from Tuesday, the 14th of}. */
    private static final int REACH = 64;

    private static final int LONGEST_WORD = 12;
    private static final int ABBREVIATED = 3;
    private static final int LONGEST_ABBREVIATION = 5;
    private static final String ORDINALS = "st nd rd th";

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    /** First letters of the months, in their order. */
    private static final String INITIALS = "JFMAMJJASOND";

    private static final Map<String, DateToken> WORDS = words();

    private final String text;
    private List<DateToken> tokens = List.of();
    /** How far the text has been read. */
    private int done;

    DateTokens(String text) {
        this.text = text;
    }

    /** Returns the tokens around the next stretch of months; none where no further month stands in the text. */
    List<DateToken> next() {
        int month = nextMonth(text, done, text.length());
        if (month < 0) {
            return List.of();
        }
        int from = wordStart(text, Math.max(done, month - REACH), done);
        int to = month + REACH;
        for (int next = nextMonth(text, month + 1, to + REACH);
                next >= 0;
                next = nextMonth(text, next + 1, to + REACH)) {
            to = next + REACH;
        }
        done = Math.min(to, text.length());
        tokens = new ArrayList<>();
        read(from, done);
        return tokens;
    }

    /** Whether any word is spelled as a month: without one no date stands in the text. */
    static boolean anyMonth(String text) {
        return nextMonth(text, 0, text.length()) >= 0;
    }

    /** Returns where the next word begins, at a place from the first to the last, that is spelled as a month, or -1. */
    private static int nextMonth(String text, int first, int last) {
        for (int at = first; at < text.length() && at <= last; at++) {
            char c = text.charAt(at);
            // most letters are small, and need not be looked for
            if (c >= 'A' && c <= 'S'
                    ? opensAMonth(text, at)
                    : NumericDate.mayOpen(c) && NumericDate.end(text, at) > 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean opensAMonth(String text, int at) {
        char initial = text.charAt(at);
        for (int i = INITIALS.indexOf(initial); i >= 0; i = INITIALS.indexOf(initial, i + 1)) {
            if (text.regionMatches(true, at, MONTHS.get(i), 0, ABBREVIATED)) {
                DateToken word = WORDS.get(text.substring(at, wordEnd(text, at)).toLowerCase(Locale.ROOT));
                return word != null && word.kind() == Kind.MONTH;
            }
        }
        return false;
    }

    /** Returns where a word ends: at a capital too, for {@code OnJuly} are two words that lost their gap. */
    private static int wordEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length()
                && end - start <= LONGEST_WORD
                && Character.isLetter(text.charAt(end))
                && !(Character.isUpperCase(text.charAt(end)) && Character.isLowerCase(text.charAt(end - 1)))) {
            end++;
        }
        return end;
    }

    private static int wordStart(String text, int from, int least) {
        int at = from;
        while (at > least && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private void read(int from, int to) {
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (Words.isSpace(c)) {
                at++;
            } else if (c >= '0' && c <= '9') {
                at = number(at);
            } else if (Character.isLetter(c)) {
                at = word(at);
            } else {
                add(mark(c), 0, at, at + 1);
                at++;
            }
        }
    }

    private int number(int start) {
        int dateEnd = NumericDate.end(text, start);
        if (dateEnd > 0) {
            NumericDate date = NumericDate.of(text.substring(start, dateEnd));
            add(Kind.MONTH, date.month(), start, dateEnd);
            add(Kind.NUMBER, date.day(), start, dateEnd);
            add(Kind.NUMBER, date.year(), start, dateEnd);
            return dateEnd;
        }
        int end = start;
        int value = 0;
        while (end < text.length() && isDigit(end)) {
            value = end - start < 5 ? value * 10 + text.charAt(end) - '0' : value;
            end++;
        }
        boolean amount = isMoreNumber(end) || isClock(end);
        int after = amount ? end : ordinal(end);
        add(amount || end - start > 4 ? Kind.OTHER : Kind.NUMBER, value, start, after);
        return after;
    }

    /** Whether the digits go on as {@code 16,000}, {@code 9:15}, {@code 3.5}, {@code 1/3} or {@code 30%}. */
    private boolean isMoreNumber(int end) {
        if (end >= text.length()) {
            return false;
        }
        return switch (text.charAt(end)) {
            case '%' -> true;
            case ':', '.', '/' -> isDigit(end + 1);
            case ',' -> isDigit(end + 1) && isDigit(end + 2) && isDigit(end + 3) && !isDigit(end + 4);
            default -> false;
        };
    }

    private boolean isClock(int end) {
        int at = skipSpace(end);
        return (text.startsWith("am", at) || text.startsWith("pm", at)) && !isLetter(at + 2)
                || text.startsWith("a.m", at)
                || text.startsWith("p.m", at);
    }

    /** Returns the end of {@code th} after a number, the gap before it too; the end of the number where none stands. */
    private int ordinal(int end) {
        int at = skipSpace(end);
        boolean ordinal = at + 2 <= text.length()
                && !isLetter(at + 2)
                && ORDINALS.contains(text.substring(at, at + 2).toLowerCase(Locale.ROOT))
                && isLetter(at)
                && isLetter(at + 1);
        return ordinal ? at + 2 : end;
    }

    private int word(int start) {
        int end = wordEnd(text, start);
        DateToken known = WORDS.get(text.substring(start, end).toLowerCase(Locale.ROOT));
        // may and march are verbs, sun and sat are words
        boolean named = known != null && (known.kind() == Kind.MONTH || known.kind() == Kind.WEEKDAY);
        if (known == null || (named && !Character.isUpperCase(text.charAt(start)))) {
            add(Kind.OTHER, 0, start, end);
            return end;
        }
        boolean dotted = named && end - start <= LONGEST_ABBREVIATION && end < text.length() && text.charAt(end) == '.';
        boolean whole =
                known.kind() == Kind.MONTH && MONTHS.get(known.value() - 1).length() == end - start;
        // the dot after a month in full ends the sentence, unless its number follows: May. 3
        int after = dotted && (!whole || isDigit(skipSpace(end + 1))) ? end + 1 : end;
        add(known.kind(), known.value(), start, after);
        return after;
    }

    private static Kind mark(char c) {
        return switch (c) {
            case ',', '、' -> Kind.COMMA;
            case '&' -> Kind.AND;
            case '(', '（' -> Kind.OPEN;
            case ')', '）' -> Kind.CLOSE;
            case '-', '\u2010', '\u2011', '\u2012', '–', '—', '―', '−', '~', '〜', '～' -> Kind.DASH;
            default -> Kind.OTHER;
        };
    }

    private void add(Kind kind, int value, int start, int end) {
        boolean attached =
                start > 0 && (isLetter(start - 1) || isDigit(start - 1) || ".:/-".indexOf(text.charAt(start - 1)) >= 0);
        tokens.add(new DateToken(kind, value, start, end, attached));
    }

    private int skipSpace(int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean isLetter(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static Map<String, DateToken> words() {
        Map<String, DateToken> words = new HashMap<>();
        for (int i = 0; i < MONTHS.size(); i++) {
            put(words, Kind.MONTH, i + 1, MONTHS.get(i) + " " + MONTHS.get(i).substring(0, ABBREVIATED));
        }
        put(words, Kind.MONTH, 9, "Sept");
        put(words, Kind.WEEKDAY, 0, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
        put(words, Kind.WEEKDAY, 0, "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun");
        put(words, Kind.ON, 0, "on since by");
        put(words, Kind.OVER, 0, "over");
        put(words, Kind.FROM, 0, "from");
        put(words, Kind.BETWEEN, 0, "between");
        put(words, Kind.IN, 0, "in during throughout");
        put(words, Kind.UNTIL, 0, "until");
        put(words, Kind.STARTING, 0, "starting");
        put(words, Kind.ENDING, 0, "ends ended lasts lasted continued concluded finished");
        put(words, Kind.GOING, 0, "goes went stays stayed remained");
        put(words, Kind.TO, 0, "to through till");
        put(words, Kind.AND, 0, "and");
        put(words, Kind.OF, 0, "of");
        put(words, Kind.THE, 0, "the");
        put(words, Kind.FOR, 0, "for");
        put(words, Kind.DAYS, 1, "days");
        put(words, Kind.DAYS, 7, "weeks");
        put(words, Kind.THIS, 0, "this");
        put(words, Kind.LAST, 0, "last");
        put(words, Kind.YEAR, 0, "year");
        put(words, Kind.PART, 0, "early mid late");
        put(words, Kind.EDGE, 0, "beginning middle end");
        put(
                words,
                Kind.COUNTED,
                0,
                "countries nations ships vessels members personnel people persons aircraft years participants officers"
                        + " students hours minutes times other others");
        String[] counts = "two three four five six seven eight nine ten".split(" ");
        for (int i = 0; i < counts.length; i++) {
            put(words, Kind.COUNT, i + 2, counts[i]);
        }
        return words;
    }

    private static void put(Map<String, DateToken> words, Kind kind, int value, String names) {
        for (String name : names.split(" ")) {
            words.put(name.toLowerCase(Locale.ROOT), new DateToken(kind, value, 0, 0, false));
        }
    }
}
