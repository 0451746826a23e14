package org.jdfwire.parser.field;

import org.jdfwire.parser.field.DateToken.Kind;
import org.jdfwire.parser.field.DateWords.Part;
import org.jspecify.annotations.Nullable;

/** The forms of several days in a row: {@code December 9 to 11} · {@code 3 to 5 August} · {@code June 29 and ended on July 3}. */
final class DateSpans {
    private final DateCursor cursor;
    private final DatePoints points;

    DateSpans(DateCursor cursor) {
        this.cursor = cursor;
        this.points = new DatePoints(cursor);
    }

    /** The two ends of a date; both are the same where it is one day. */
    record Span(Part start, Part end) {}

    /**
     * Reads a day or a row of days; null where none stands here.
     *
     * @param opening what stands before it
     */
    @Nullable
    Span span(Kind opening) {
        int from = cursor.at();
        boolean monthFirst = isMonthFirst();
        Part first = points.point();
        if (first == null) {
            cursor.goTo(from);
            return daysOfOneMonth();
        }
        // in May 20 ships left: the month of twenty ships, not the twentieth
        boolean in = opening == Kind.IN || cursor.before().kind() == Kind.IN;
        if (monthFirst && in && cursor.peek().kind() == Kind.COUNTED) {
            return null;
        }
        int afterFirst = cursor.at();
        if (monthFirst) {
            listedDays();
        }
        Part last = secondEnd(first, opening, monthFirst);
        if (last == null) {
            cursor.goTo(afterFirst);
            return new Span(first, first);
        }
        return new Span(first, last);
    }

    private boolean isMonthFirst() {
        int ahead = 0;
        while (cursor.peek(ahead).kind() == Kind.WEEKDAY
                || cursor.peek(ahead).kind() == Kind.COMMA
                || cursor.peek(ahead).kind() == Kind.THE) {
            ahead++;
        }
        return cursor.peek(ahead).kind() == Kind.MONTH;
    }

    private @Nullable Part secondEnd(Part first, Kind opening, boolean monthFirst) {
        DateToken joint = cursor.peek();
        if (!joint.joins()) {
            return null;
        }
        cursor.pass(1);
        if (joint.kind() == Kind.TO) {
            cursor.skip(Kind.TO);
        }
        boolean ending = joint.kind() == Kind.AND && ending();
        int from = cursor.at();
        Part last = points.point();
        if (last != null) {
            // on June 29 and July 3 are two days, between them are five
            boolean one = ending
                    || joint.kind() != Kind.AND
                    || last.month() == first.month()
                    || opening == Kind.BETWEEN
                    || opening == Kind.FROM;
            return one ? last : null;
        }
        cursor.goTo(from);
        cursor.skip(Kind.THE);
        if (ending || !monthFirst || !cursor.peek().isDay() || isCounted(cursor.peek(1))) {
            return null;
        }
        int day = cursor.next().value();
        points.weekdayInBrackets();
        return new Part(first.month(), day, points.year());
    }

    /** Reads {@code ended on} · {@code lasted until} · {@code went on until}. */
    private boolean ending() {
        int from = cursor.at();
        boolean going = cursor.skip(Kind.GOING);
        if (going || cursor.skip(Kind.ENDING)) {
            boolean on = cursor.skip(Kind.ON);
            boolean until = cursor.skip(Kind.UNTIL) || cursor.skip(Kind.TO);
            if (until || (on && !going)) {
                return true;
            }
        }
        cursor.goTo(from);
        return false;
    }

    /** Whether what stands before it is a number of things. */
    static boolean isCounted(DateToken token) {
        return token.kind() == Kind.COUNTED || token.kind() == Kind.DAYS;
    }

    /** {@code 3 to 5 August} · {@code the 3rd, 4th and 5th of August}. */
    private @Nullable Span daysOfOneMonth() {
        cursor.skip(Kind.THE);
        if (!points.isFreeDay()) {
            return null;
        }
        int first = cursor.next().value();
        listedDays();
        if (!cursor.peek().joins()) {
            return null;
        }
        cursor.pass(1);
        cursor.skip(Kind.THE);
        if (!cursor.peek().isDay()) {
            return null;
        }
        int last = cursor.next().value();
        if (!cursor.skip(Kind.OF)) {
            cursor.skip(Kind.COMMA);
        }
        if (cursor.peek().kind() != Kind.MONTH) {
            return null;
        }
        int month = cursor.next().value();
        Integer year = points.year();
        return new Span(new Part(month, first, year), new Part(month, last, year));
    }

    /** {@code , 17} in {@code November 16, 17 and 18}; only where a joint and one more day follow. */
    private void listedDays() {
        int from = cursor.at();
        while (cursor.peek().kind() == Kind.COMMA && cursor.peek(1).isDay()) {
            cursor.pass(2);
        }
        if (cursor.peek().kind() == Kind.COMMA && cursor.peek(1).joins()) {
            cursor.pass(1);
        }
        if (!cursor.peek().joins()) {
            cursor.goTo(from);
        }
    }
}
