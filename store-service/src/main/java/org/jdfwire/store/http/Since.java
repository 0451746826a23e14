package org.jdfwire.store.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where a reader of the feed goes on: {@code Last-Event-ID}, {@code lastEventId} or {@code since}. */
final class Since {
    static final String SINCE = "since";
    static final String LAST_EVENT_ID = "lastEventId";
    static final String EARLIEST = "earliest";
    private static final String HEADER = "Last-Event-ID";
    static final String NOW = "now";
    private static final String CURSOR = "a cursor, as a feed gave it";
    private static final String FORMS = CURSOR + ", earliest, now, or an RFC 3339 time such as 2021-03-31T00:00:00Z";

    private final TopicJournal journal;
    private final Horizons horizons;

    Since(TopicJournal journal, Horizons horizons) {
        this.journal = journal;
        this.horizons = horizons;
    }

    /** Reads an RFC 3339 time; throws {@link java.time.DateTimeException} or {@link
     * IllegalArgumentException} for any other text. */
    static Instant time(String text) {
        // a plus sign that the client did not encode arrives as a space
        OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
        // a year has four digits (RFC 3339), and MongoDB could not hold those of many more
        Parameters.within(0, 9999, Integer.toString(time.getYear()));
        return time.toInstant();
    }

    /** Returns the place after which the reader wants the changes; reads the journal, so it can block. */
    Position position(HttpHeaders headers, Parameters parameters) {
        String header = headers.getFirst(HEADER);
        if (header != null && !header.isBlank()) {
            return after(HEADER, Parameters.read(HEADER, header.strip(), CURSOR, Cursor::parse));
        }
        Cursor lastEventId = parameters.one(LAST_EVENT_ID, CURSOR, Cursor::parse);
        if (lastEventId != null) {
            return after(LAST_EVENT_ID, lastEventId);
        }
        String since = parameters.one(SINCE);
        return position(since == null ? EARLIEST : since);
    }

    /** Returns the place that a value of {@code since} names; reads the journal, so it can block. */
    Position position(String since) {
        if (since.equals(EARLIEST)) {
            Horizon horizon = horizons.load();
            return horizon == null ? Position.START : horizon.position();
        }
        if (since.equals(NOW)) {
            return end(journal.end());
        }
        if (since.chars().allMatch(Character::isDigit)) {
            return after(SINCE, Parameters.read(SINCE, since, FORMS, Cursor::parse));
        }
        return from(Parameters.read(SINCE, since, FORMS, Since::time), since);
    }

    /** Throws a {@link Problem} where a trim has taken changes after the place away, perhaps just now. */
    void requireRetained(Position position) {
        Horizon horizon = horizons.load();
        if (horizon != null && horizon.cuts(position)) {
            String value = position.equals(Position.START) ? EARLIEST : Long.toString(position.value());
            throw Problem.trimmed(SINCE, value, horizon);
        }
    }

    private Position from(Instant time, String since) {
        Horizon horizon = horizons.load();
        Position before = journal.before(time);
        if (horizon != null) {
            if (!time.isAfter(horizon.recordedAt())) {
                throw Problem.trimmed(SINCE, since, horizon);
            }
            if (before != null && horizon.cuts(before)) {
                // of a time that the horizon has, but not in the order of the cursors
                return horizon.position();
            }
        }
        return before != null ? before : end(journal.end());
    }

    private Position after(String parameter, Cursor cursor) {
        // asked first, since a trim moves the horizon before it removes anything
        boolean known = journal.has(cursor);
        Position position = Position.after(cursor);
        Horizon horizon = horizons.load();
        if (horizon != null && horizon.cuts(position)) {
            throw Problem.trimmed(parameter, cursor.toString(), horizon);
        }
        if (!known && (horizon == null || !cursor.equals(horizon.last()))) {
            requireBeforeTheFirst(parameter, cursor);
        }
        return position;
    }

    /**
     * Refuses a cursor that is no change's, for this journal never gave it out: its reader has changes that are not known
     * here, and may lack others. One before them all asks for everything, so nothing can be lacking.
     */
    private void requireBeforeTheFirst(String parameter, Cursor cursor) {
        Position latest = end(journal.end());
        if (latest.isBefore(cursor)) {
            String last = latest.equals(Position.START) ? "none" : Long.toString(latest.value());
            throw Problem.fromTheFuture(parameter, cursor.toString(), last);
        }
        Cursor before = journal.last(Position.START, cursor, TopicFilter.ALL);
        if (before != null) {
            throw Problem.unknownCursor(parameter, cursor.toString(), before);
        }
    }

    private static Position end(@Nullable JournalEnd end) {
        return end == null ? Position.START : Position.after(end.cursor());
    }
}
