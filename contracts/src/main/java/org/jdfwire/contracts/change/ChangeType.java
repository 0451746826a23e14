package org.jdfwire.contracts.change;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jdfwire.contracts.Checks;

/** What happened to a topic or an issue. */
public enum ChangeType {
    /** A topic is there that never was before. */
    TOPIC_CREATED("topic.created"),
    /** Its page says something else now. */
    TOPIC_REVISED("topic.revised"),
    /** A newer version of its page no longer lists it. */
    TOPIC_WITHDRAWN("topic.withdrawn"),
    /** It was withdrawn and is there again. */
    TOPIC_RESTORED("topic.restored"),
    /** The page is the same; a newer parser reads it otherwise. */
    TOPIC_REPARSED("topic.reparsed"),
    /** An older capture came in later: it enters the history and leaves the present state alone. */
    TOPIC_BACKFILLED("topic.backfilled"),
    /** The first page of an issue is there. */
    ISSUE_PUBLISHED("issue.published");

    private final String text;

    ChangeType(String text) {
        this.text = text;
    }

    /** The short form, as in the feed: {@code topic.created}. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The CloudEvents type: {@code org.jdfwire.topic.created.v1}. */
    public String eventType() {
        return "org.jdfwire." + text + ".v1";
    }

    /** Reads the short form; throws {@link IllegalArgumentException} for any other text. */
    @JsonCreator
    public static ChangeType of(String text) {
        return Checks.oneOf("type", text, ChangeType.class, ChangeType::text);
    }
}
