package org.jdfwire.contracts.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of the journal, the same in every feed.
 *
 * @param cursor its place
 * @param type what happened
 * @param id deterministic: the id of the event it came from, {@code #} and its number among that event's changes
 * @param recordedAt the Kafka timestamp of that event
 * @param observedAt when the page was observed
 * @param topicId which topic, or null for an issue
 * @param topic the state after; for a withdrawal the last state; null for an issue
 * @param issue the issue, or null for a topic
 * @param patch RFC 6902, from the state before to the state after, or null where there was none before
 * @param absent {@link Boolean#TRUE} where an older capture lacks the topic; null, and absent from the JSON, otherwise.
 *     The topic is then the state as it is known now
 * @param until for a backfilled change the next look at the page that tells otherwise: what the change says holds from
 *     observedAt until then. Null for all others: those hold from observedAt on
 * @param page the page version that caused it
 * @param parser who read that page
 * @param previousHash hash of the change before, {@link #NO_HASH} for the first
 * @param hash {@code sha256(previousHash + canonical JSON of the change without its two hashes)}
 */
public record Change(
        Cursor cursor,
        ChangeType type,
        String id,
        Instant recordedAt,
        Instant observedAt,
        @Nullable String topicId,
        @Nullable Topic topic,
        @Nullable PublishedIssue issue,
        @Nullable JsonNode patch,
        @Nullable Boolean absent,
        @Nullable Look until,
        PageRef page,
        ParserRef parser,
        String previousHash,
        String hash) {

    /** The hash before the first change. */
    public static final String NO_HASH = "sha256:" + "0".repeat(64);

    private static final String SOURCE = "/jdfwire/store";

    public Change {
        Checks.text("id", id);
        Checks.hash("previousHash", previousHash);
        Checks.hash("hash", hash);
        if ((topic == null) != (topicId == null) || (topic == null) == (issue == null)) {
            Checks.refuse(type.text(), "topicId " + topicId + ", issue " + issue, "a topic with its id, or an issue");
        }
        boolean backfilled = type == ChangeType.TOPIC_BACKFILLED;
        if ((until != null) != backfilled || (absent != null && !backfilled)) {
            Checks.refuse(
                    type.text(),
                    "until " + until + ", absent " + absent,
                    "until for a backfilled change, else neither");
        }
    }

    /** A change that holds from now on: any but a backfilled one. */
    public Change(
            Cursor cursor,
            ChangeType type,
            String id,
            Instant recordedAt,
            Instant observedAt,
            @Nullable String topicId,
            @Nullable Topic topic,
            @Nullable PublishedIssue issue,
            @Nullable JsonNode patch,
            PageRef page,
            ParserRef parser,
            String previousHash,
            String hash) {
        this(
                cursor,
                type,
                id,
                recordedAt,
                observedAt,
                topicId,
                topic,
                issue,
                patch,
                null,
                null,
                page,
                parser,
                previousHash,
                hash);
    }

    /** Whether the topic was not there, from {@code observedAt} on: withdrawn, or absent from an older capture. */
    @JsonIgnore
    public boolean isAbsence() {
        return type == ChangeType.TOPIC_WITHDRAWN || Boolean.TRUE.equals(absent);
    }

    /** Returns this change in its place of the chain: with the hash before it, and its own. */
    public Change chainedTo(String hashBefore) {
        Change unhashed = with(hashBefore, NO_HASH);
        return with(hashBefore, unhashed.computedHash());
    }

    /** Returns the hash that this change must have. */
    public String computedHash() {
        return hashOf(Json.MAPPER.valueToTree(this), previousHash);
    }

    /** Returns the hash that a change must have which is given as its JSON. */
    public static String hashOf(ObjectNode change, String previousHash) {
        ObjectNode unhashed = change.deepCopy();
        unhashed.remove("previousHash");
        unhashed.remove("hash");
        return Json.hash(previousHash + Json.canonical(unhashed));
    }

    /** Returns what the change is about, as its Kafka key: the topic id, or {@code <publication>-<issue number>}. */
    public String key() {
        if (topicId != null) {
            return topicId;
        }
        if (issue != null) {
            return issue.publication() + "-" + issue.number();
        }
        throw new IllegalStateException("the constructor lets no change be without both");
    }

    /** Returns the headers of the message on {@code jdf.changes}. */
    public Map<String, String> toHeaders() {
        return new EventAttributes(id, SOURCE, type.eventType(), observedAt, key(), Map.of("cursor", cursor.toString()))
                .toHeaders(EventAttributes.JSON);
    }

    private Change with(String newPreviousHash, String newHash) {
        return new Change(
                cursor,
                type,
                id,
                recordedAt,
                observedAt,
                topicId,
                topic,
                issue,
                patch,
                absent,
                until,
                page,
                parser,
                newPreviousHash,
                newHash);
    }
}
