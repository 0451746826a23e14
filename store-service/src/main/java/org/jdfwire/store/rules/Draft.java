package org.jdfwire.store.rules;

import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change that has no place in the journal yet: what happened, to which topic or issue, the patch if there is one, and
 * of an older capture whether it lacks the topic and until when it counts.
 */
record Draft(
        ChangeType type,
        @Nullable Topic topic,
        @Nullable PublishedIssue issue,
        @Nullable JsonNode patch,
        @Nullable Boolean absent,
        @Nullable Look until) {

    static Draft of(ChangeType type, Topic topic) {
        return new Draft(type, topic, null, null, null, null);
    }

    /** What an older capture says, until the next look. */
    static Draft past(Topic topic, boolean absent, Look until) {
        return new Draft(ChangeType.TOPIC_BACKFILLED, topic, null, null, absent ? Boolean.TRUE : null, until);
    }

    /** A change from one content to another; without a patch where both say the same. */
    static Draft of(ChangeType type, Topic before, Topic after) {
        boolean same = before.contentHash().equals(after.contentHash());
        return new Draft(type, after, null, same ? null : TopicPatch.between(before, after), null, null);
    }

    static Draft of(PublishedIssue issue) {
        return new Draft(ChangeType.ISSUE_PUBLISHED, null, issue, null, null, null);
    }
}
