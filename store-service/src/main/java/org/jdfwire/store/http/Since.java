package org.jdfwire.store.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdfwire.contracts.change.Cursor;
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
    private static final String NOW = "now";
    private static final String CURSOR = "a cursor, as a feed gave it";
    private static final String FORMS = CURSOR + ", earliest, now, or an RFC 3339 time such as 2021-03-31T00:00:00Z";

    private final TopicJournal journal;

    Since(TopicJournal journal) {
        this.journal = journal;
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
        if (since == null || since.equals(EARLIEST)) {
            return Position.START;
        }
        if (since.equals(NOW)) {
            return end(journal.end());
        }
        if (since.chars().allMatch(Character::isDigit)) {
            return after(SINCE, Parameters.read(SINCE, since, FORMS, Cursor::parse));
        }
        Instant time = Parameters.read(SINCE, since, FORMS, Since::time);
        Position before = journal.before(time);
        return before != null ? before : end(journal.end());
    }

    private Position after(String parameter, Cursor cursor) {
        Position latest = end(journal.end());
        if (latest.isBefore(cursor)) {
            String known = latest.equals(Position.START) ? "none" : Long.toString(latest.value());
            throw Problem.fromTheFuture(parameter, cursor.toString(), known);
        }
        return Position.after(cursor);
    }

    private static Position end(@Nullable JournalEnd end) {
        return end == null ? Position.START : Position.after(end.cursor());
    }

    private static Instant time(String text) {
        // a plus sign that the client did not encode arrives as a space
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }
}
