package org.jdfwire.parser.field;

import org.jdfwire.parser.field.DateToken.Kind;
import org.jspecify.annotations.Nullable;

/** What may stand before or after a date: for how many days, and of which year. */
final class DateLengths {
    private final DateCursor cursor;

    DateLengths(DateCursor cursor) {
        this.cursor = cursor;
    }

    /** {@code For 30 days, starting from}; returns the days, or 0. */
    int before() {
        int from = cursor.at();
        int days = count();
        if (days > 0) {
            cursor.skip(Kind.COMMA);
            if (!cursor.skip(Kind.STARTING) && cursor.peek().kind() == Kind.EDGE) {
                cursor.pass(1);
            }
            if (cursor.skip(Kind.FROM) || cursor.skip(Kind.ON)) {
                return days;
            }
        }
        cursor.goTo(from);
        return 0;
    }

    /** Returns the days of {@code for 30 days} behind a date, or 0. */
    int after() {
        int from = cursor.at();
        cursor.skip(Kind.COMMA);
        int days = count();
        if (days == 0) {
            cursor.goTo(from);
        }
        return days;
    }

    private int count() {
        if (cursor.peek().kind() == Kind.OVER) {
            return lettered();
        }
        if (cursor.peek().kind() == Kind.FOR
                && cursor.peek(2).kind() == Kind.DAYS
                && !cursor.peek(1).isYear()) {
            Kind kind = cursor.peek(1).kind();
            boolean number = kind == Kind.NUMBER || kind == Kind.COUNT;
            int days = cursor.peek(1).value() * cursor.peek(2).value();
            cursor.pass(number && days > 0 ? 3 : 0);
            return number ? days : 0;
        }
        return 0;
    }

    /** {@code over the three days}; what lasted over three days, or over 30 days, was longer. */
    private int lettered() {
        int the = cursor.peek(1).kind() == Kind.THE ? 1 : 0;
        boolean length = !cursor.hasBegun()
                && cursor.before().kind() != Kind.ENDING
                && cursor.peek(the + 1).kind() == Kind.COUNT
                && cursor.peek(the + 2).kind() == Kind.DAYS;
        if (!length) {
            return 0;
        }
        int days = cursor.peek(the + 1).value() * cursor.peek(the + 2).value();
        cursor.pass(the + 3);
        return days;
    }

    /** Returns 0 for {@code of this year}, 1 for {@code of last year}, null where neither stands here. */
    @Nullable
    Integer yearsBack() {
        int from = cursor.at();
        cursor.skip(Kind.COMMA);
        cursor.skip(Kind.OF);
        Kind which = cursor.peek().kind();
        if ((which == Kind.THIS || which == Kind.LAST) && cursor.peek(1).kind() == Kind.YEAR) {
            cursor.pass(2);
            return which == Kind.LAST ? 1 : 0;
        }
        cursor.goTo(from);
        return null;
    }
}
