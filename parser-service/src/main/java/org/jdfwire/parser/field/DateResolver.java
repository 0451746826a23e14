package org.jdfwire.parser.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Occurrence.Precision;
import org.jdfwire.parser.field.DateWords.Part;
import org.jspecify.annotations.Nullable;

/**
 * Makes calendar days of a date's words.
 *
 * <p>A missing year is the latest one with which the date is not after the issue's month. Without the issue's month a
 * missing year stays missing, and so the date unknown. A date after the issue's month, or long before it, is one the
 * text looks forward or back to and none of the topic's own; so is one long before the first issue.
 */
final class DateResolver {
    private static final int MOST_MONTHS_BACK = 24;
    private static final int MOST_YEARS_BACK = 8;
    private static final int RECENT_MONTHS = 4;
    private static final YearMonth FIRST_ISSUE = YearMonth.of(2006, 3);

    private final @Nullable YearMonth issue;
    /** The first and the last day on which a topic of the issue can have begun. */
    private final LocalDate earliest;

    private final LocalDate latest;

    DateResolver(@Nullable YearMonth issue) {
        this.issue = issue;
        this.earliest = (issue == null ? FIRST_ISSUE : issue)
                .minusMonths(MOST_MONTHS_BACK)
                .atDay(1);
        this.latest = issue == null ? LocalDate.MAX : issue.atEndOfMonth();
    }

    /** Returns the occurrence, or null where the words give no day that can be the topic's own. */
    @Nullable
    Occurrence resolve(DateWords words) {
        if (words.runsBackwards()) {
            return null;
        }
        Integer endYear =
                words.end().year() != null ? words.end().year() : words.start().year();
        boolean yearInferred = endYear == null;
        LocalDate end = endYear != null
                ? last(words.end(), endYear)
                : words.days() > 0 ? latest(words.start(), words.yearsBack()) : latest(words.end(), words.yearsBack());
        if (end == null) {
            return null;
        }
        LocalDate start = words.start().year() != null
                ? first(words.start(), words.start().year())
                : notAfter(words.start(), end);
        if (start == null) {
            return null;
        }
        if (words.days() > 0) {
            end = start.plusDays(words.days() - 1L);
        } else if (end.isBefore(start) && words.end().year() == null) {
            // from December 28, 2020 to January 5
            end = last(words.end(), start.getYear() + 1);
        }
        if (end == null || end.isBefore(start) || !isTheTopics(start)) {
            return null;
        }
        Precision precision = words.isMonthOnly() ? Precision.MONTH : Precision.DAY;
        return new Occurrence(start, end, words.text(), precision, yearInferred, false);
    }

    /** Whether a topic of the issue can have begun on that day: not after the issue's month, nor long before it. */
    boolean isTheTopics(LocalDate start) {
        return !start.isAfter(latest) && !start.isBefore(earliest);
    }

    /** Whether a date without a year stays unknown, for the issue's month is. */
    boolean isWithoutYears() {
        return issue == null;
    }

    /** Whether that day lies in the months of which the issue tells the news. */
    boolean isRecent(LocalDate start) {
        return issue != null && !start.isBefore(issue.minusMonths(RECENT_MONTHS).atDay(1));
    }

    private @Nullable LocalDate latest(Part part, @Nullable Integer yearsBack) {
        if (issue == null) {
            return null;
        }
        if (yearsBack != null && yearsBack > 0) {
            return last(part, issue.getYear() - yearsBack);
        }
        return part.day() == 0 ? YearMonth.from(notAfterOrMin(part)).atEndOfMonth() : notAfter(part, latest);
    }

    private LocalDate notAfterOrMin(Part part) {
        LocalDate start = notAfter(part, latest);
        return start == null ? LocalDate.MIN : start;
    }

    /** Returns the latest first day of the part that is not after a day; leap days can lie eight years back. */
    private static @Nullable LocalDate notAfter(Part part, LocalDate limit) {
        for (int year = limit.getYear(); year >= limit.getYear() - MOST_YEARS_BACK; year--) {
            LocalDate date = first(part, year);
            if (date != null && !date.isAfter(limit)) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable LocalDate first(Part part, int year) {
        try {
            return LocalDate.of(year, part.month(), Math.max(1, part.day()));
        } catch (DateTimeException e) {
            // a day that no such month has, such as June 31: the page is wrong, the date unknown
            return null;
        }
    }

    private static @Nullable LocalDate last(Part part, int year) {
        return part.day() == 0 ? YearMonth.of(year, part.month()).atEndOfMonth() : first(part, year);
    }
}
