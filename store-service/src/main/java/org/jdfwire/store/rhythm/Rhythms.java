package org.jdfwire.store.rhythm;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdfwire.store.query.IssueFinder;
import org.jspecify.annotations.Nullable;

/** The rhythm of each publication that has one. */
public final class Rhythms {
    private final IssueFinder issues;
    private final InstantSource clock;

    Rhythms(IssueFinder issues, InstantSource clock) {
        this.issues = issues;
        this.clock = clock;
    }

    /**
     * A rhythm as {@code GET /v1/issues} shows it.
     *
     * @param publication as in a topic
     * @param newest number of its newest issue
     * @param everyMonths how many months lie between two issues
     * @param seenLive of how many issues the delay after the beginning of the month was learned
     * @param expectedAt when the next issue is expected, RFC 3339
     * @param overdueAt from when on it counts as overdue
     * @param overdueSince the same once that time has come, null before
     */
    public record Overview(
            String publication,
            int newest,
            int everyMonths,
            int seenLive,
            Instant expectedAt,
            Instant overdueAt,
            @Nullable Instant overdueSince) {}

    /** Returns the rhythms of these issues as of now, by publication. */
    public List<Overview> of(List<IssueFinder.IssueOverview> known) {
        return rhythms(known).stream()
                .map(rhythm -> new Overview(
                        rhythm.publication(),
                        rhythm.newest(),
                        rhythm.everyMonths(),
                        rhythm.seenLive(),
                        rhythm.expectedAt(),
                        rhythm.overdueAt(),
                        rhythm.overdueSince(clock.instant())))
                .toList();
    }

    List<IssueFinder.IssueOverview> issues() {
        return issues.all();
    }

    static List<Rhythm> rhythms(List<IssueFinder.IssueOverview> known) {
        Map<String, List<Rhythm.Issue>> byPublication = new TreeMap<>();
        for (IssueFinder.IssueOverview issue : known) {
            if (issue.month() != null) {
                byPublication
                        .computeIfAbsent(issue.publication(), publication -> new ArrayList<>())
                        .add(new Rhythm.Issue(
                                issue.number(), YearMonth.parse(issue.month()), Instant.parse(issue.firstSeenAt())));
            }
        }
        List<Rhythm> rhythms = new ArrayList<>();
        byPublication.forEach((publication, issues) -> {
            Rhythm rhythm = Rhythm.of(publication, issues);
            if (rhythm != null) {
                rhythms.add(rhythm);
            }
        });
        return rhythms;
    }
}
