package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdfwire.parser.field.DateToken.Kind;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.Words;

/** Splits a text into tokens, but only around the names of months: nowhere else can a date stand. */
final class DateTokens {
    /** How far from a month the words of its date can reach: {@code For 30 days, starting from Tuesday, the 14th of}. */
    private static final int REACH = 64;

    private static final int LONGEST_WORD = 12;
    private static final String ORDINALS = "st nd rd th";

    private static final Map<String, Integer> MONTHS = months();
    private static final PhraseIndex<Integer> MONTH_NAMES = new PhraseIndex<>(MONTHS);
    private static final Map<String, DateToken> WORDS = words();

    private final String text;
    private final List<DateToken> tokens = new ArrayList<>();

    private DateTokens(String text) {
        this.text = text;
    }

    /** Returns the tokens around each stretch of months, in the order of the text. */
    static List<List<DateToken>> around(String text) {
        List<List<DateToken>> stretches = new ArrayList<>(0);
        List<PhraseIndex.Match<Integer>> months = MONTH_NAMES.longest(text);
        int done = 0;
        for (int i = 0; i < months.size(); i++) {
            int from = wordStart(text, Math.max(done, months.get(i).start() - REACH), done);
            int to = months.get(i).end() + REACH;
            while (i + 1 < months.size() && months.get(i + 1).start() - REACH <= to) {
                i++;
                to = months.get(i).end() + REACH;
            }
            done = Math.min(to, text.length());
            stretches.add(new DateTokens(text).read(from, done));
        }
        return stretches;
    }

    private static int wordStart(String text, int from, int least) {
        int at = from;
        while (at > least && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private List<DateToken> read(int from, int to) {
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
        return tokens;
    }

    private int number(int start) {
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
            case ':', '%' -> true;
            case '.', '/' -> isDigit(end + 1);
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
        int end = start;
        while (isLetter(end)) {
            end++;
        }
        String word =
                end - start > LONGEST_WORD ? "" : text.substring(start, end).toLowerCase(Locale.ROOT);
        DateToken known = WORDS.get(word);
        // may and march are verbs, sun and sat are words
        boolean named = known != null && (known.kind() == Kind.MONTH || known.kind() == Kind.WEEKDAY);
        if (known == null || (named && !Character.isUpperCase(text.charAt(start)))) {
            add(Kind.OTHER, 0, start, end);
            return end;
        }
        int after = named && end < text.length() && text.charAt(end) == '.' ? end + 1 : end;
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

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        List<String> names = List.of(
                "January February March April May June July August September October November December".split(" "));
        for (int i = 0; i < names.size(); i++) {
            months.put(names.get(i), i + 1);
            months.putIfAbsent(names.get(i).substring(0, 3), i + 1);
        }
        months.put("Sept", 9);
        return months;
    }

    private static Map<String, DateToken> words() {
        Map<String, DateToken> words = new HashMap<>();
        MONTHS.forEach((name, month) -> put(words, Kind.MONTH, month, name));
        put(words, Kind.WEEKDAY, 0, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
        put(words, Kind.WEEKDAY, 0, "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun");
        put(words, Kind.ON, 0, "on since by over");
        put(words, Kind.FROM, 0, "from");
        put(words, Kind.BETWEEN, 0, "between");
        put(words, Kind.IN, 0, "in during throughout");
        put(words, Kind.UNTIL, 0, "until");
        put(words, Kind.STARTING, 0, "starting");
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
