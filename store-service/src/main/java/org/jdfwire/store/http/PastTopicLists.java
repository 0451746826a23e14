package org.jdfwire.store.http;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.http.TopicsEndpoint.TopicList;
import org.jdfwire.store.journal.Horizon;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.PastTopics;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.query.TopicOrder;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/topics?asOf=}: what was known at a time, by when it was recorded. */
final class PastTopicLists {
    private final PastTopics topics;
    private final TopicJournal journal;
    private final Horizons horizons;

    PastTopicLists(PastTopics topics, TopicJournal journal, Horizons horizons) {
        this.topics = topics;
        this.journal = journal;
        this.horizons = horizons;
    }

    /** Returns a page of the topics of that time; only the orders by cursor can be had. */
    TopicList list(Parameters parameters, TopicOrder order, Instant time) {
        if (!order.isByCursor()) {
            throw Problem.parameter(TopicsEndpoint.SORT, order.text(), "updated or -updated, as there is an asOf");
        }
        Horizon horizon = horizons.load();
        if (horizon != null && time.isBefore(horizon.recordedAt())) {
            throw Problem.trimmed(TopicsEndpoint.AS_OF, time.toString(), horizon);
        }
        String name = TopicsEndpoint.AS_OF + ' ' + time + ' ' + order.text();
        Cursor after = PageMark.read(parameters, name, parts -> Cursor.parse(parts[1]));
        int limit = parameters.limit();
        // one more than asked for tells whether a next page exists
        List<JournalEntry> found = topics.find(
                FilterParameters.read(parameters), upTo(time, horizon), after, order.direction(), limit + 1);
        boolean more = found.size() > limit;
        List<JournalEntry> shown = more ? found.subList(0, limit) : found;
        return new TopicList(
                shown.stream()
                        .map(entry -> Objects.requireNonNull(entry.change().topic()))
                        .toList(),
                more ? PageMark.write(name, shown.get(limit - 1).cursor().toString(), "") : null);
    }

    private Position upTo(Instant time, @Nullable Horizon horizon) {
        Position place = journal.asOf(time);
        // the times of Kafka's records need not rise with their offsets
        return horizon != null && horizon.cuts(place) ? horizon.position() : place;
    }
}
