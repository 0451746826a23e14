package org.jdfwire.store.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-20T08:00:00Z");
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void nothingIsKnownOfTwoIssues() {
        assertThat(Rhythm.of("jdf", backlog(2))).isNull();
        assertThat(Rhythm.of("jdf", List.of())).isNull();
    }

    @Test
    void aBacklogTellsTheIntervalAndNoDelay() {
        Rhythm rhythm = Rhythm.of("jdf", backlog(20));

        assertThat(rhythm).isNotNull();
        assertThat(rhythm.everyMonths()).isEqualTo(1);
        assertThat(rhythm.newest()).isEqualTo(120);
        assertThat(rhythm.seenLive()).isZero();
        // February, and the month itself
        assertThat(rhythm.expectedAt()).isEqualTo("2026-03-03T00:00:00Z");
        assertThat(rhythm.overdueAt()).isEqualTo("2026-03-18T00:00:00Z");
    }

    @Test
    void issuesSeenLiveTellTheDelay() {
        List<Rhythm.Issue> issues = backlog(20);
        issues.add(live(121, JANUARY.plusMonths(1), 4));
        issues.add(live(122, JANUARY.plusMonths(2), 6));
        issues.add(live(123, JANUARY.plusMonths(3), 5));

        Rhythm rhythm = Rhythm.of("jdf", issues);

        assertThat(rhythm).isNotNull();
        assertThat(rhythm.seenLive()).isEqualTo(3);
        assertThat(rhythm.expectedAt()).isEqualTo("2026-05-06T00:00:00Z");
        assertThat(rhythm.overdueSince(Instant.parse("2026-05-20T00:00:00Z"))).isNull();
        assertThat(rhythm.overdueSince(Instant.parse("2026-05-21T00:00:00Z"))).isEqualTo("2026-05-21T00:00:00Z");
    }

    @Test
    void whatComesTogetherLaterIsABacklogToo() {
        List<Rhythm.Issue> issues = backlog(5);
        issues.add(new Rhythm.Issue(121, JANUARY.plusMonths(1), FIRST_DAY.plus(Duration.ofDays(100))));
        issues.add(new Rhythm.Issue(122, JANUARY.plusMonths(2), FIRST_DAY.plus(Duration.ofDays(100))));

        Rhythm rhythm = Rhythm.of("jdf", issues);

        assertThat(rhythm).isNotNull();
        assertThat(rhythm.seenLive()).isZero();
    }

    @Test
    void anOldIssueThatIsFoundLaterTellsNoDelay() {
        List<Rhythm.Issue> issues = backlog(5);
        issues.add(new Rhythm.Issue(90, JANUARY.minusMonths(30), FIRST_DAY.plus(Duration.ofDays(3))));

        assertThat(Rhythm.of("jdf", issues).seenLive()).isZero();
    }

    @Test
    void numbersThatAreNotKnownDoNotStretchTheInterval() {
        List<Rhythm.Issue> issues = new ArrayList<>();
        for (int number : new int[] {100, 101, 104, 110, 111}) {
            issues.add(new Rhythm.Issue(number, JANUARY.plusMonths(number - 100L), FIRST_DAY));
        }

        assertThat(Rhythm.of("jdf", issues).everyMonths()).isEqualTo(1);
    }

    @Property(tries = 300)
    void theOrderInWhichIssuesAreToldDoesNotMatter(@ForAll @IntRange(min = 3, max = 30) int count, @ForAll long seed) {
        List<Rhythm.Issue> issues = random(count, 1, new Random(seed));
        Rhythm rhythm = Rhythm.of("jdf", issues);

        Collections.shuffle(issues, new Random(seed));

        assertThat(Rhythm.of("jdf", issues)).isEqualTo(rhythm);
    }

    @Property(tries = 300)
    void theIntervalIsFoundWhateverTheDelaysAreAndTheNextIsAfterTheNewest(
            @ForAll @IntRange(min = 3, max = 30) int count,
            @ForAll @IntRange(min = 1, max = 12) int months,
            @ForAll long seed) {
        List<Rhythm.Issue> issues = random(count, months, new Random(seed));

        Rhythm rhythm = Rhythm.of("jdf", issues);

        assertThat(rhythm).isNotNull();
        assertThat(rhythm.everyMonths()).isEqualTo(months);
        Rhythm.Issue newest = issues.get(issues.size() - 1);
        assertThat(rhythm.newest()).isEqualTo(newest.number());
        assertThat(rhythm.expectedAt())
                .isAfterOrEqualTo(newest.month()
                        .plusMonths(months)
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
        assertThat(rhythm.overdueAt()).isAfter(rhythm.expectedAt());
    }

    /** So many monthly issues, the last of January, all seen on the first day. */
    private static List<Rhythm.Issue> backlog(int count) {
        List<Rhythm.Issue> issues = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            issues.add(new Rhythm.Issue(120 - i, JANUARY.minusMonths(i), FIRST_DAY.plusSeconds(i)));
        }
        return issues;
    }

    private static Rhythm.Issue live(int number, YearMonth month, int daysAfter) {
        return new Rhythm.Issue(
                number,
                month,
                month.atDay(1 + daysAfter).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static List<Rhythm.Issue> random(int count, int months, Random random) {
        List<Rhythm.Issue> issues = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            issues.add(live(100 + i, JANUARY.plusMonths((long) i * months), random.nextInt(25)));
        }
        return issues;
    }
}
