package org.jdfwire.store.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;

/** What a filter would have sent in the last days. */
final class DryRuns {
    static final String DAYS = "days";
    private static final int MOST_DAYS = 3660;
    private static final int USUAL_DAYS = 30;

    private final TopicJournal journal;
    private final Horizons horizons;
    private final InstantSource clock;

    DryRuns(TopicJournal journal, Horizons horizons, InstantSource clock) {
        this.journal = journal;
        this.horizons = horizons;
        this.clock = clock;
    }

    /**
     * Returns {@code {"from","complete","changes"}}: complete is false where more than the limit, or some that were
     * trimmed, would have been sent too.
     */
    byte[] run(TopicFilter filter, Parameters parameters) {
        Integer days =
                parameters.one(DAYS, "1 to " + MOST_DAYS + " days", text -> Parameters.within(1, MOST_DAYS, text));
        int limit = parameters.limit();
        Instant from = clock.instant()
                .minus(Duration.ofDays(days == null ? USUAL_DAYS : days))
                .truncatedTo(ChronoUnit.SECONDS);
        Horizon horizon = horizons.load();
        Position start = journal.before(from);
        boolean trimmed = horizon != null && !from.isAfter(horizon.recordedAt());
        JournalEnd end = journal.end();
        List<JournalEntry> found = start == null || end == null
                ? List.of()
                // one more than asked for tells whether there are more
                : journal.read(start, end.cursor(), filter, limit + 1);
        boolean complete = !trimmed && found.size() <= limit;
        return found.stream()
                .limit(limit)
                .map(JournalEntry::json)
                .collect(Collectors.joining(
                        ",", "{\"from\":\"" + from + "\",\"complete\":" + complete + ",\"changes\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
