package org.jdfwire.parser.field;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date as the words give it, with nothing inferred yet.
 *
 * @param at where in the text the words begin
 * @param text the words
 * @param start first day
 * @param end last day; the first day where the words name one only
 * @param days length in days where the words give it ({@code For 30 days starting from …}), else 0
 * @param yearsBack 0 for {@code of this year}, 1 for {@code of last year}, null where the words say neither
 */
record DateWords(
        int at,
        String text,
        Part start,
        Part end,
        int days,
        @Nullable Integer yearsBack) {

    /**
     * One end of a date.
     *
     * @param month 1 to 12
     * @param day 1 to 31, or 0 where the words give only the month
     * @param year null where the words give none
     */
    record Part(int month, int day, @Nullable Integer year) {}

    /** Whether the words say {@code July 5 to 3}: one of the two is wrong. */
    boolean runsBackwards() {
        return start.month() == end.month() && start.day() > end.day() && Objects.equals(start.year(), end.year());
    }

    boolean hasYear() {
        return start.year() != null || end.year() != null;
    }

    /** Whether it begins in the same month as another date, whatever the years, or in one next to it. */
    boolean isAboutTheTimeOf(DateWords other) {
        int months = Math.abs(start.month() - other.start.month());
        return months <= 1 || months == 11;
    }

    boolean isMonthOnly() {
        return start.day() == 0;
    }
}
