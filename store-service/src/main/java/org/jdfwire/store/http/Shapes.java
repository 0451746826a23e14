package org.jdfwire.store.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.query.IssueFinder;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of bodies that no code makes from a record, as the changes in them are JSON already; for the OpenAPI
 * document, which a test holds against the real answers.
 */
final class Shapes {
    private Shapes() {}

    /** A page of the feed. {@code next} is a cursor to go on from, or {@code earliest}. */
    record ChangeList(
            List<Change> changes, String next, @Nullable Cursor latest) {}

    /** A page of a topic's changes. */
    record TopicHistory(List<Change> changes, @Nullable String next) {}

    /** A line that is no change: the newest cursor, null before the first change. */
    record Heartbeat(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Cursor heartbeat) {}

    /** What a filter would have sent. */
    record DryRun(Instant from, boolean complete, List<Change> changes) {}

    /** A topic, and whether its page no longer lists it. */
    record KnownTopic(@JsonUnwrapped Topic topic, @Nullable Boolean withdrawn) {}

    /** An issue with its topics. */
    record WholeIssue(@JsonUnwrapped IssueFinder.IssueOverview issue, List<Topic> topics) {}

    /** What makes a webhook; {@code since} is a cursor, {@code earliest}, {@code now} or a time. */
    record NewSubscription(
            String url,
            @Nullable Map<String, List<String>> filter,
            @Nullable String since,
            @Nullable String description) {}

    /** Where a webhook goes on. */
    record Replay(String since) {}
}
