package org.jdfwire.store.rules;

import java.time.Instant;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a topic after its last change; it follows from its changes alone.
 *
 * @param topic the present content, or the last one where it is withdrawn
 * @param cursor its last change, backfilled ones included
 * @param stateCursor the change that made its present state; the first one where it never had any
 * @param stateType what that change was
 * @param publishedAt when its first change was recorded
 * @param updatedAt when its present state was recorded
 * @param timeline what it said when, so that an old capture finds its place in the history, and enters it once
 */
public record TopicState(
        Topic topic,
        Cursor cursor,
        Cursor stateCursor,
        ChangeType stateType,
        Instant publishedAt,
        Instant updatedAt,
        Timeline timeline) {

    /** Whether it is gone, or was only ever seen in captures older than the present page. */
    public boolean withdrawn() {
        return timeline.endsAbsent();
    }

    /** Returns the state after a topic's change; the state before is null for a topic never seen. */
    public static TopicState after(@Nullable TopicState before, Change change) {
        Topic topic = change.topic();
        if (topic == null) {
            throw new IllegalArgumentException(change.type().text() + ": no topic (expected: a topic's change)");
        }
        Look look = new Look(change.observedAt(), change.page().sha256());
        String says = change.isAbsence() ? null : topic.contentHash();
        Timeline known = before == null ? Timeline.EMPTY : before.timeline;
        Timeline timeline = known.with(look, says, change.until());
        Cursor cursor = change.cursor();
        Instant recordedAt = change.recordedAt();
        if (before != null && change.type() == ChangeType.TOPIC_BACKFILLED) {
            return new TopicState(
                    before.topic,
                    cursor,
                    before.stateCursor,
                    before.stateType,
                    before.publishedAt,
                    before.updatedAt,
                    timeline);
        }
        Instant publishedAt = before == null ? recordedAt : before.publishedAt;
        return new TopicState(topic, cursor, cursor, change.type(), publishedAt, recordedAt, timeline);
    }
}
