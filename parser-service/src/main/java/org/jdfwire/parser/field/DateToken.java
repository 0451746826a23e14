package org.jdfwire.parser.field;

/**
 * A word, number or mark where a date may stand.
 *
 * @param kind what it can be in a date
 * @param value the number, the month (1 to 12), the count, or for {@link Kind#DAYS} how many days a unit has
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param attached of a number, whether a letter, dot, colon, slash or hyphen stands right before it: {@code DD-115}
 */
record DateToken(Kind kind, int value, int start, int end, boolean attached) {
    private static final int LEAST_YEAR = 1900;
    private static final int MOST_YEAR = 2099;

    /** What a token can be. */
    enum Kind {
        MONTH,
        WEEKDAY,
        NUMBER,
        /** A word that may open a date: on, since, by. */
        ON,
        /** over, which may tell a length too. */
        OVER,
        FROM,
        BETWEEN,
        /** in, during, throughout. */
        IN,
        UNTIL,
        STARTING,
        /** ends, lasted: what began before comes to its end on the day that follows. */
        ENDING,
        /** went, of which only {@code went on until} does so too. */
        GOING,
        /** to, through, till. */
        TO,
        AND,
        DASH,
        OF,
        THE,
        COMMA,
        OPEN,
        CLOSE,
        FOR,
        /** A number in letters. */
        COUNT,
        /** days, weeks. */
        DAYS,
        THIS,
        LAST,
        YEAR,
        /** early, mid, late. */
        PART,
        /** beginning, middle, end. */
        EDGE,
        /** What a number counts that is no day: ships, members. */
        COUNTED,
        OTHER
    }

    boolean isDay() {
        return kind == Kind.NUMBER && value >= 1 && value <= 31;
    }

    boolean isYear() {
        return kind == Kind.NUMBER && value >= LEAST_YEAR && value <= MOST_YEAR;
    }

    /** Whether a date with a day may begin with it, an article left out. */
    boolean mayBegin() {
        return kind == Kind.MONTH || kind == Kind.WEEKDAY || kind == Kind.NUMBER || kind == Kind.FOR || opens();
    }

    boolean opens() {
        return switch (kind) {
            case ON, OVER, FROM, BETWEEN, IN, UNTIL, STARTING -> true;
            default -> false;
        };
    }

    boolean joins() {
        return switch (kind) {
            case TO, UNTIL, AND, DASH -> true;
            default -> false;
        };
    }
}
