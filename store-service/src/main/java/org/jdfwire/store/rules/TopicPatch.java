package org.jdfwire.store.rules;

import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.Jackson3JsonDiff;
import java.util.EnumSet;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import tools.jackson.databind.JsonNode;

/** What differs between two states of a topic, as RFC 6902 JSON Patch. */
final class TopicPatch {
    // a paragraph that moved reads better as removed here and added there than as a pointer to where it stood
    private static final EnumSet<DiffFlags> FLAGS =
            EnumSet.of(DiffFlags.OMIT_VALUE_ON_REMOVE, DiffFlags.OMIT_MOVE_OPERATION, DiffFlags.OMIT_COPY_OPERATION);

    private TopicPatch() {}

    /** Returns the operations {@code add}, {@code remove} and {@code replace} that lead from one to the other. */
    static JsonNode between(Topic before, Topic after) {
        return Jackson3JsonDiff.asJson(TopicContent.patchable(before), TopicContent.patchable(after), FLAGS);
    }
}
