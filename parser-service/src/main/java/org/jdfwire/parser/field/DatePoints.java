package org.jdfwire.parser.field;

import org.jdfwire.parser.field.DateToken.Kind;
import org.jdfwire.parser.field.DateWords.Part;
import org.jspecify.annotations.Nullable;

/** The forms of one day: {@code December 15, 2020} · {@code Tuesday, the 21st of November}. */
final class DatePoints {
    private final DateCursor cursor;

    DatePoints(DateCursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a day with its month; null where none stands here. */
    @Nullable
    Part point() {
        if (cursor.skip(Kind.WEEKDAY)) {
            cursor.skip(Kind.COMMA);
        }
        cursor.skip(Kind.THE);
        if (cursor.peek().kind() == Kind.MONTH) {
            int month = cursor.next().value();
            cursor.skip(Kind.THE);
            if (!cursor.peek().isDay()) {
                return null;
            }
            int day = cursor.next().value();
            weekdayInBrackets();
            return new Part(month, day, year());
        }
        if (!isFreeDay()) {
            return null;
        }
        int day = cursor.next().value();
        weekdayInBrackets();
        if (!cursor.skip(Kind.OF)) {
            cursor.skip(Kind.COMMA);
        }
        return cursor.peek().kind() == Kind.MONTH ? new Part(cursor.next().value(), day, year()) : null;
    }

    /** Whether a day stands here that is no part of another word, as in {@code DD-115}. */
    boolean isFreeDay() {
        return cursor.peek().isDay() && (cursor.hasBegun() || !cursor.peek().attached());
    }

    void weekdayInBrackets() {
        if (cursor.peek().kind() == Kind.OPEN && cursor.peek(1).kind() == Kind.WEEKDAY && cursor.peek(2).kind() == Kind.CLOSE) {
            cursor.pass(3);
        }
    }

    /** Reads a year, the comma before it too; null where none stands here. */
    @Nullable
    Integer year() {
        int comma = cursor.peek().kind() == Kind.COMMA ? 1 : 0;
        if (!cursor.peek(comma).isYear()) {
            return null;
        }
        cursor.pass(comma);
        return cursor.next().value();
    }
}
