package org.jdfwire.store.live;

import java.time.Instant;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;

/** Changes as the tail gets them, outside of any chain. */
final class LooseChanges {
    private LooseChanges() {}

    static Change created(long cursor, Topic topic) {
        return new Change(
                new Cursor(cursor),
                ChangeType.TOPIC_CREATED,
                "event#" + cursor,
                Instant.EPOCH,
                topic.page().fetchedAt(),
                topic.topicId(),
                topic,
                null,
                null,
                topic.page(),
                topic.parser(),
                Change.NO_HASH,
                Change.NO_HASH);
    }
}
