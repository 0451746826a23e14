package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.field.DateToken.Kind;
import org.jdfwire.parser.field.DateWords.Part;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which the magazine writes dates, as a grammar:
 *
 * <pre>
 * date    = [length | opening ["from"]] days ["," ] ["of"] ["this" | "last" "year"] ["for" count "days"]
 * length  = "for" count "days" [","] ["starting"] ("from" | "on")
 * days    = point [{"," day} to (point | day)]      December 9 to 11 · 29 June to 3 July
 *         | point "and" ("ended" "on" | "lasted" "until") point          June 29 and ended on July 3
 *         | day {"," day} to day ["of" | ","] month [year]               3 to 5 August
 * point   = [weekday] month ["the"] day [year]                           December 15, 2020
 *         | [weekday] ["the"] day ["of" | ","] month [year]              21, November
 * months  = ("in" | edge "of") [part] month [to month] [year]            in early March 2020
 *         | ("from" | "between") month to month [year]                   from June to August
 * </pre>
 */
final class DateForms {
    private static final DateToken END = new DateToken(Kind.OTHER, 0, 0, 0, false);

    private final String text;
    private final List<DateToken> tokens;
    private int start;
    private int at;

    private DateForms(String text, List<DateToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Returns every date in the text that has a day, in order, each stretch of words once. */
    static List<DateWords> days(String text) {
        List<DateWords> found = new ArrayList<>(0);
        for (List<DateToken> stretch : DateTokens.around(text)) {
            DateForms forms = new DateForms(text, stretch);
            for (int start = 0; start < stretch.size(); ) {
                DateWords date = forms.date(start);
                if (date != null) {
                    found.add(date);
                }
                start = date != null ? forms.at : start + 1;
            }
        }
        return found;
    }

    /** Returns every month in the text that stands without a day, in order. */
    static List<DateWords> months(String text) {
        List<DateWords> found = new ArrayList<>(0);
        for (List<DateToken> stretch : DateTokens.around(text)) {
            DateForms forms = new DateForms(text, stretch);
            for (int start = 0; start < stretch.size(); ) {
                DateWords month = forms.month(start);
                if (month != null) {
                    found.add(month);
                }
                start = month != null ? forms.at : start + 1;
            }
        }
        return found;
    }

    private @Nullable DateWords date(int from) {
        start = from;
        at = from;
        if (peek().kind() == Kind.THE) {
            return null;
        }
        int length = length();
        Kind opening = peek().kind();
        if (length == 0 && peek().opens()) {
            at++;
            skip(Kind.FROM);
        }
        Span span = span(opening);
        if (span == null) {
            return null;
        }
        Integer yearsBack = yearsBack();
        return words(span, length > 0 ? length : lengthAfter(), yearsBack);
    }

    /** The two ends of a date. */
    private record Span(Part start, Part end) {}

    private @Nullable Span span(Kind opening) {
        int from = at;
        boolean monthFirst = isMonthFirst();
        Part first = point();
        if (first == null) {
            at = from;
            return daysOfOneMonth();
        }
        // in May 20 ships left: the month of twenty ships, not the twentieth
        boolean in = opening == Kind.IN || (start > 0 && tokens.get(start - 1).kind() == Kind.IN);
        if (monthFirst && in && peek().kind() == Kind.COUNTED) {
            return null;
        }
        int afterFirst = at;
        if (monthFirst) {
            listedDays();
        }
        Part last = secondEnd(first, opening, monthFirst);
        if (last == null) {
            at = afterFirst;
            return new Span(first, first);
        }
        return new Span(first, last);
    }

    private boolean isMonthFirst() {
        int ahead = 0;
        while (peek(ahead).kind() == Kind.WEEKDAY
                || peek(ahead).kind() == Kind.COMMA
                || peek(ahead).kind() == Kind.THE) {
            ahead++;
        }
        return peek(ahead).kind() == Kind.MONTH;
    }

    private @Nullable Part secondEnd(Part first, Kind opening, boolean monthFirst) {
        DateToken joint = peek();
        if (!joint.joins()) {
            return null;
        }
        at++;
        if (joint.kind() == Kind.TO) {
            skip(Kind.TO);
        }
        boolean ending = joint.kind() == Kind.AND && ending();
        int from = at;
        Part last = point();
        if (last != null) {
            // on June 29 and July 3 are two days, between them are five
            boolean one = ending
                    || joint.kind() != Kind.AND
                    || last.month() == first.month()
                    || opening == Kind.BETWEEN
                    || opening == Kind.FROM;
            return one ? last : null;
        }
        at = from;
        skip(Kind.THE);
        if (ending || !monthFirst || !peek().isDay() || isCounted(peek(1))) {
            return null;
        }
        int day = next().value();
        weekdayInBrackets();
        return new Part(first.month(), day, year());
    }

    /** Reads {@code ended on} · {@code lasted until} · {@code went on until}. */
    private boolean ending() {
        int from = at;
        boolean going = skip(Kind.GOING);
        if (going || skip(Kind.ENDING)) {
            boolean on = skip(Kind.ON);
            boolean until = skip(Kind.UNTIL) || skip(Kind.TO);
            if (until || (on && !going)) {
                return true;
            }
        }
        at = from;
        return false;
    }

    private static boolean isCounted(DateToken token) {
        return token.kind() == Kind.COUNTED || token.kind() == Kind.DAYS;
    }

    /** {@code 3 to 5 August} · {@code the 3rd, 4th and 5th of August}. */
    private @Nullable Span daysOfOneMonth() {
        skip(Kind.THE);
        if (!isFreeDay()) {
            return null;
        }
        int first = next().value();
        listedDays();
        if (!peek().joins()) {
            return null;
        }
        at++;
        skip(Kind.THE);
        if (!peek().isDay()) {
            return null;
        }
        int last = next().value();
        if (!skip(Kind.OF)) {
            skip(Kind.COMMA);
        }
        if (peek().kind() != Kind.MONTH) {
            return null;
        }
        int month = next().value();
        Integer year = year();
        return new Span(new Part(month, first, year), new Part(month, last, year));
    }

    private @Nullable Part point() {
        if (skip(Kind.WEEKDAY)) {
            skip(Kind.COMMA);
        }
        skip(Kind.THE);
        if (peek().kind() == Kind.MONTH) {
            int month = next().value();
            skip(Kind.THE);
            if (!peek().isDay()) {
                return null;
            }
            int day = next().value();
            weekdayInBrackets();
            return new Part(month, day, year());
        }
        if (!isFreeDay()) {
            return null;
        }
        int day = next().value();
        weekdayInBrackets();
        if (!skip(Kind.OF)) {
            skip(Kind.COMMA);
        }
        return peek().kind() == Kind.MONTH ? new Part(next().value(), day, year()) : null;
    }

    private boolean isFreeDay() {
        return peek().isDay() && (at > start || !peek().attached());
    }

    /** {@code , 17} in {@code November 16, 17 and 18}; only where a joint and one more day follow. */
    private void listedDays() {
        int from = at;
        while (peek().kind() == Kind.COMMA && peek(1).isDay()) {
            at += 2;
        }
        if (peek().kind() == Kind.COMMA && peek(1).joins()) {
            at++;
        }
        if (!peek().joins()) {
            at = from;
        }
    }

    private void weekdayInBrackets() {
        if (peek().kind() == Kind.OPEN && peek(1).kind() == Kind.WEEKDAY && peek(2).kind() == Kind.CLOSE) {
            at += 3;
        }
    }

    private @Nullable Integer year() {
        int comma = peek().kind() == Kind.COMMA ? 1 : 0;
        if (!peek(comma).isYear()) {
            return null;
        }
        at += comma;
        return next().value();
    }

    /** Returns 0 for {@code of this year}, 1 for {@code of last year}, null where neither stands here. */
    private @Nullable Integer yearsBack() {
        int from = at;
        skip(Kind.COMMA);
        skip(Kind.OF);
        Kind which = peek().kind();
        if ((which == Kind.THIS || which == Kind.LAST) && peek(1).kind() == Kind.YEAR) {
            at += 2;
            return which == Kind.LAST ? 1 : 0;
        }
        at = from;
        return null;
    }

    /** {@code For 30 days, starting from}; returns the days, or 0. */
    private int length() {
        int from = at;
        int days = count();
        if (days > 0) {
            skip(Kind.COMMA);
            if (!skip(Kind.STARTING) && peek().kind() == Kind.EDGE) {
                at++;
            }
            if (skip(Kind.FROM) || skip(Kind.ON)) {
                return days;
            }
        }
        at = from;
        return 0;
    }

    private int lengthAfter() {
        int from = at;
        skip(Kind.COMMA);
        int days = count();
        if (days == 0) {
            at = from;
        }
        return days;
    }

    private int count() {
        if (peek().kind() == Kind.FOR && peek(2).kind() == Kind.DAYS && !peek(1).isYear()) {
            Kind kind = peek(1).kind();
            boolean number = kind == Kind.NUMBER || kind == Kind.COUNT;
            int days = peek(1).value() * peek(2).value();
            at += number && days > 0 ? 3 : 0;
            return number ? days : 0;
        }
        return 0;
    }

    private @Nullable DateWords month(int from) {
        start = from;
        at = from;
        boolean reach = peek().kind() == Kind.FROM || peek().kind() == Kind.BETWEEN;
        if (reach || peek().kind() == Kind.IN) {
            at++;
        } else if (peek().kind() == Kind.EDGE && peek(1).kind() == Kind.OF) {
            at += 2;
        } else {
            return null;
        }
        if (skip(Kind.PART)) {
            skip(Kind.DASH);
        }
        if (peek().kind() != Kind.MONTH) {
            return null;
        }
        int first = next().value();
        int last = first;
        if (peek().joins() && peek(1).kind() == Kind.MONTH) {
            at++;
            last = next().value();
        }
        Integer year = year();
        boolean dayFollows = year == null && peek().kind() == Kind.NUMBER && !isCounted(peek(1));
        if (dayFollows || (reach && first == last)) {
            return null;
        }
        return words(new Span(new Part(first, 0, year), new Part(last, 0, year)), 0, yearsBack());
    }

    private DateWords words(Span span, int days, @Nullable Integer yearsBack) {
        int from = tokens.get(start).start();
        String said = text.substring(from, tokens.get(at - 1).end());
        return new DateWords(from, said, span.start(), span.end(), days, yearsBack);
    }

    private boolean skip(Kind kind) {
        if (peek().kind() != kind) {
            return false;
        }
        at++;
        return true;
    }

    private DateToken next() {
        return tokens.get(at++);
    }

    private DateToken peek() {
        return peek(0);
    }

    private DateToken peek(int ahead) {
        int index = at + ahead;
        return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
    }
}
