package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.field.DateToken.Kind;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** Splits a text into tokens, but only around the names of months and dates in numbers: nowhere else can a date stand. */
final class DateTokens {
    /** How far from a month the words of its date can reach: {@code For 30 days, starting from Tuesday, the 14th of}. */
    private static final int REACH = 64;

    private static final int LONGEST_WORD = 12;
    private static final int LONGEST_ABBREVIATION = 5;
    /** What is no part of any date; where it stands makes no difference. */
    private static final DateToken OTHER = new DateToken(Kind.OTHER, 0, 0, 0, false);

    private final String text;
    private final List<DateToken> tokens = new ArrayList<>();

    /** How far the text has been read. */
    private int at;

    /** The last month of the stretch, and where the stretch ends, as far as it is known. */
    private int month;

    private int end;

    /** Whether a further month may still make the stretch longer. */
    private boolean open;

    DateTokens(String text) {
        this.text = text;
    }

    /** Goes to the tokens around the next stretch of months; returns whether any further month stands in the text. */
    boolean next() {
        while (open) {
            lengthen();
        }
        int done = Math.min(end, text.length());
        month = nextMonth(text, done, text.length());
        if (month < 0) {
            return false;
        }
        at = wordStart(text, Math.max(done, month - REACH), done);
        end = month + REACH;
        open = true;
        tokens.clear();
        return true;
    }

    /** Returns a token of the stretch, read only now, for most dates stand before its end; null behind the last. */
    @Nullable
    DateToken get(int index) {
        while (index >= tokens.size() && at < text.length() && (at < end || open)) {
            if (at < end) {
                read();
            } else {
                lengthen();
            }
        }
        return index < tokens.size() ? tokens.get(index) : null;
    }

    private void lengthen() {
        int next = nextMonth(text, month + 1, end + REACH);
        open = next >= 0;
        if (open) {
            month = next;
            end = next + REACH;
        }
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
            if (c >= 'A' && c <= 'S' ? isMonth(text, at) : NumericDate.mayOpen(c) && NumericDate.end(text, at) > 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isMonth(String text, int at) {
        if (!DateLexicon.mayBeMonth(text, at)) {
            return false;
        }
        DateToken word = DateLexicon.word(text, at, wordEnd(text, at));
        return word != null && word.kind() == Kind.MONTH;
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

    /** Reads the next token, or passes over a space. */
    private void read() {
        char c = text.charAt(at);
        if (Words.isSpace(c)) {
            at++;
        } else if (c >= '0' && c <= '9') {
            at = number(at);
        } else if (Character.isLetter(c)) {
            at = word(at);
        } else {
            Kind kind = mark(c);
            tokens.add(kind == Kind.OTHER ? OTHER : new DateToken(kind, 0, at, at + 1, false));
            at++;
        }
    }

    private int number(int start) {
        int dateEnd = NumericDate.end(text, start);
        if (dateEnd > 0) {
            NumericDate date = NumericDate.of(text.substring(start, dateEnd));
            tokens.add(new DateToken(Kind.MONTH, date.month(), start, dateEnd, false));
            tokens.add(new DateToken(Kind.NUMBER, date.day(), start, dateEnd, isAttached(start)));
            tokens.add(new DateToken(Kind.NUMBER, date.year(), start, dateEnd, isAttached(start)));
            return dateEnd;
        }
        int end = start;
        int value = 0;
        while (end < text.length() && isDigit(end)) {
            value = end - start < 5 ? value * 10 + text.charAt(end) - '0' : value;
            end++;
        }
        if (isMoreNumber(end) || isClock(end)) {
            tokens.add(OTHER);
            return end;
        }
        int after = ordinal(end);
        tokens.add(end - start > 4 ? OTHER : new DateToken(Kind.NUMBER, value, start, after, isAttached(start)));
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
        boolean ordinal =
                at + 2 <= text.length() && !isLetter(at + 2) && isOrdinal(text.charAt(at), text.charAt(at + 1));
        return ordinal ? at + 2 : end;
    }

    private static boolean isOrdinal(char first, char second) {
        return switch (DateLexicon.small(first)) {
            case 's' -> DateLexicon.small(second) == 't';
            case 'n', 'r' -> DateLexicon.small(second) == 'd';
            case 't' -> DateLexicon.small(second) == 'h';
            default -> false;
        };
    }

    private int word(int start) {
        int end = wordEnd(text, start);
        DateToken known = DateLexicon.word(text, start, end);
        // may and march are verbs, sun and sat are words
        boolean named = known != null && (known.kind() == Kind.MONTH || known.kind() == Kind.WEEKDAY);
        if (known == null || (named && !Character.isUpperCase(text.charAt(start)))) {
            tokens.add(OTHER);
            return end;
        }
        boolean dotted = named && end - start <= LONGEST_ABBREVIATION && end < text.length() && text.charAt(end) == '.';
        boolean whole = known.kind() == Kind.MONTH && DateLexicon.isWhole(known.value(), end - start);
        // the dot after a month in full ends the sentence, unless its number follows: May. 3
        int after = dotted && (!whole || isDigit(skipSpace(end + 1))) ? end + 1 : end;
        tokens.add(new DateToken(known.kind(), known.value(), start, after, false));
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

    private boolean isAttached(int start) {
        return start > 0 && (isLetter(start - 1) || isDigit(start - 1) || ".:/-".indexOf(text.charAt(start - 1)) >= 0);
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
}
