package org.jdfwire.store.rules;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a topic after its last change; it follows from its changes alone.
 *
 * @param topic the present content, or the last one where it is withdrawn
 * @param withdrawn whether it is gone, or was only ever seen in captures older than the present page
 * @param cursor its last change, backfilled ones included
 * @param lastType what that change was
 * @param publishedAt when its first change was recorded
 * @param updatedAt when its present state was recorded
 * @param contentHashes each content it ever had, so that an old capture enters the history once
 */
public record TopicState(
        Topic topic,
        boolean withdrawn,
        Cursor cursor,
        ChangeType lastType,
        Instant publishedAt,
        Instant updatedAt,
        Set<String> contentHashes) {

    public TopicState {
        contentHashes = Set.copyOf(contentHashes);
    }

    /** Returns the state after a topic's change; the state before is null for a topic never seen. */
    public static TopicState after(@Nullable TopicState before, Change change) {
        Topic topic = change.topic();
        if (topic == null) {
            throw new IllegalArgumentException(change.type().text() + ": no topic (expected: a topic's change)");
        }
        boolean backfilled = change.type() == ChangeType.TOPIC_BACKFILLED;
        if (before == null) {
            return new TopicState(
                    topic,
                    backfilled || change.type() == ChangeType.TOPIC_WITHDRAWN,
                    change.cursor(),
                    change.type(),
                    change.recordedAt(),
                    change.recordedAt(),
                    Set.of(topic.contentHash()));
        }
        Set<String> contents = new LinkedHashSet<>(before.contentHashes);
        contents.add(topic.contentHash());
        return new TopicState(
                backfilled ? before.topic : topic,
                backfilled ? before.withdrawn : change.type() == ChangeType.TOPIC_WITHDRAWN,
                change.cursor(),
                change.type(),
                before.publishedAt,
                backfilled ? before.updatedAt : change.recordedAt(),
                contents);
    }
}
