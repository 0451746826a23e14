package org.jdfwire.store.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often the issues of a publication come, learned from those that are known.
 *
 * <p>The <b>interval</b> is the median of the months between one issue and the next, of the newest {@value #REMEMBERED}
 * whose month is known; it takes {@value #LEAST} of them. The <b>delay</b> is how long after the beginning of its month an
 * issue is first seen: the median of those that were seen live. One was seen live where no other issue of its publication
 * was first seen within a day of it (a backlog comes all at once, the first day of watching above all), it was the newest
 * by then, and it was not the very first. Without any the delay is the month itself.
 *
 * <p>The next issue is <b>expected</b> one interval after the newest one's month, plus the delay. It is <b>overdue</b> when
 * half an interval more has passed, or twice the spread of the delays where that is longer: a wrong alarm is worse than one
 * that comes a week later. All of it follows from the issues alone, so a rebuild gives it again.
 *
 * @param publication which
 * @param newest number of its newest issue
 * @param everyMonths the interval, in months
 * @param seenLive of how many issues the delay was learned; 0 says that it is assumed
 * @param expectedAt when the next one is expected
 * @param overdueAt from when on it is overdue
 */
public record Rhythm(
        String publication, int newest, int everyMonths, int seenLive, Instant expectedAt, Instant overdueAt) {
    static final int REMEMBERED = 13;
    static final int LEAST = 3;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MONTH = Duration.ofDays(30);

    /**
     * An issue as it is known.
     *
     * @param number of the issue
     * @param month that it states
     * @param firstSeenAt when its first page was observed
     */
    public record Issue(int number, YearMonth month, Instant firstSeenAt) {}

    /** Returns the rhythm of a publication's issues, in any order; null while there are too few or they are all of one month. */
    public static @Nullable Rhythm of(String publication, Collection<Issue> issues) {
        TreeMap<Integer, Issue> byNumber = new TreeMap<>();
        issues.forEach(issue -> byNumber.put(issue.number(), issue));
        if (byNumber.size() < LEAST) {
            return null;
        }
        List<Issue> known = List.copyOf(byNumber.values());
        List<Issue> newest = known.subList(Math.max(0, known.size() - REMEMBERED), known.size());
        int months = interval(newest);
        if (months < 1) {
            return null;
        }
        List<Duration> delays = delays(known, newest);
        Duration delay = delays.isEmpty() ? A_MONTH : median(delays);
        Issue last = known.get(known.size() - 1);
        Instant expected = begin(last.month().plusMonths(months)).plus(delay);
        return new Rhythm(
                publication, last.number(), months, delays.size(), expected, expected.plus(patience(months, delays)));
    }

    /** Returns since when the next issue is overdue; null while it is not. */
    public @Nullable Instant overdueSince(Instant now) {
        return overdueAt.isAfter(now) ? null : overdueAt;
    }

    private static int interval(List<Issue> issues) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < issues.size(); i++) {
            Issue before = issues.get(i - 1);
            Issue after = issues.get(i);
            // numbers that are not known lie between them, each with its own share of the time
            gaps.add((double) monthsBetween(before, after) / (after.number() - before.number()));
        }
        return (int) Math.round(median(gaps));
    }

    private static List<Duration> delays(List<Issue> known, List<Issue> newest) {
        Instant first = known.stream()
                .map(Issue::firstSeenAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return newest.stream()
                .filter(issue -> !issue.firstSeenAt().equals(first))
                .filter(issue -> known.stream().noneMatch(other -> hides(other, issue)))
                .map(issue -> Duration.between(begin(issue.month()), issue.firstSeenAt()))
                .toList();
    }

    /** Whether another issue shows that one was not seen when it came: it came with it, or is newer and was there before. */
    private static boolean hides(Issue other, Issue issue) {
        if (other.number() == issue.number()) {
            return false;
        }
        Duration apart = Duration.between(other.firstSeenAt(), issue.firstSeenAt());
        return apart.abs().compareTo(A_DAY) < 0 || (other.number() > issue.number() && !apart.isNegative());
    }

    private static Duration patience(int months, List<Duration> delays) {
        Duration half = A_MONTH.multipliedBy(months).dividedBy(2);
        Duration spread = delays.isEmpty()
                ? Duration.ZERO
                : delays.stream()
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .minus(delays.stream().min(Comparator.naturalOrder()).orElseThrow());
        return Stream.of(half, spread.multipliedBy(2))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long monthsBetween(Issue before, Issue after) {
        return before.month().until(after.month(), ChronoUnit.MONTHS);
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Returns the middle one, of two the earlier. */
    private static <T extends Comparable<T>> T median(List<T> values) {
        List<T> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
