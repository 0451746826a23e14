package org.jdfwire.store.rules;

import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A change that has no place in the journal yet: what happened, to which topic or issue, and the patch if there is one. */
record Draft(
        ChangeType type,
        @Nullable Topic topic,
        @Nullable PublishedIssue issue,
        @Nullable JsonNode patch) {

    static Draft of(ChangeType type, Topic topic) {
        return new Draft(type, topic, null, null);
    }

    /** A change from one content to another; without a patch where both say the same. */
    static Draft of(ChangeType type, Topic before, Topic after) {
        boolean same = before.contentHash().equals(after.contentHash());
        return new Draft(type, after, null, same ? null : TopicPatch.between(before, after));
    }

    static Draft of(PublishedIssue issue) {
        return new Draft(ChangeType.ISSUE_PUBLISHED, null, issue, null);
    }
}
