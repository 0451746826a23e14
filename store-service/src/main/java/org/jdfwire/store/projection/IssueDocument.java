package org.jdfwire.store.projection;

import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.store.rules.IssueState;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * An issue's state as a document of the collection {@code issues}.
 *
 * @param id the issue's key
 * @param cursor of the change that made it known
 * @param number of the issue
 * @param json the issue
 */
@Document("issues")
public record IssueDocument(@MongoId String id, long cursor, int number, String json) implements StateDocument {
    public static final String NUMBER = "number";

    static IssueDocument of(IssueState state) {
        PublishedIssue issue = state.issue();
        return new IssueDocument(
                IssueState.key(issue.publication(), issue.number()),
                state.cursor().value(),
                issue.number(),
                new String(Json.bytes(issue), StandardCharsets.UTF_8));
    }

    /** Reads the state back. */
    public IssueState state() {
        return new IssueState(
                Json.read(json.getBytes(StandardCharsets.UTF_8), PublishedIssue.class), new Cursor(cursor));
    }
}
