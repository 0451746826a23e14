package org.jdfwire.store.live;

import java.util.HashMap;
import java.util.Map;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Position;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a lane. Followers that stand at the same place and ask for the same are due the same bytes, so these are
 * looked up and put together once in a round, whatever the number of followers.
 */
final class Round {
    private final LiveTail tail;
    private final long now = System.nanoTime();
    private final Map<Asked, Due> known = new HashMap<>();
    /** What was asked last; nearly all followers ask for the same, and comparing costs less than looking up. */
    private @Nullable Asked asked;

    private @Nullable Due answer;

    Round(LiveTail tail) {
        this.tail = tail;
    }

    private record Asked(Position position, TopicFilter filter, StreamForm form) {}

    /**
     * What a follower gets next.
     *
     * @param news as the tail has it
     * @param batch its changes, or null where none passes the filter
     */
    record Due(LiveTail.News news, @Nullable StreamBatch batch) {}

    /** Returns when it began, as {@link System#nanoTime}. */
    long now() {
        return now;
    }

    /** Returns what is due after a position. */
    Due after(Position position, TopicFilter filter, StreamForm form) {
        Asked wanted = new Asked(position, filter, form);
        Due due = answer;
        if (due == null || !wanted.equals(asked)) {
            due = known.computeIfAbsent(wanted, this::read);
            asked = wanted;
            answer = due;
        }
        return due;
    }

    private Due read(Asked asked) {
        LiveTail.News news = tail.read(asked.position(), asked.filter(), asked.form());
        StreamBatch batch =
                news.changes().isEmpty() ? null : StreamBatch.of(news.position(), news.changes(), asked.form());
        return new Due(news, batch);
    }
}
