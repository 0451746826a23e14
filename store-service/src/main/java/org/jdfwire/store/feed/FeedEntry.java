package org.jdfwire.store.feed;

import java.time.Instant;
import java.util.Objects;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.rules.TopicState;
import org.jspecify.annotations.Nullable;

/**
 * A topic as a feed shows it.
 *
 * @param topic its content
 * @param publishedAt when its first change was recorded, or null where only a later one is looked at
 * @param updatedAt when this content was recorded, or that it is gone
 * @param withdrawn whether it is gone
 */
public record FeedEntry(Topic topic, @Nullable Instant publishedAt, Instant updatedAt, boolean withdrawn) {

    /** Returns the entry of a topic's state. */
    public static FeedEntry of(TopicState state) {
        return new FeedEntry(state.topic(), state.publishedAt(), state.updatedAt(), state.withdrawn());
    }

    /** Returns the entry of a topic's change. */
    public static FeedEntry of(Change change) {
        return new FeedEntry(
                Objects.requireNonNull(change.topic(), "an issue is no entry"),
                null,
                change.recordedAt(),
                change.type() == ChangeType.TOPIC_WITHDRAWN);
    }
}
