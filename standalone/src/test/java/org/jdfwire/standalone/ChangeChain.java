package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold of every journal. */
public final class ChangeChain {
    private ChangeChain() {}

    /** Asserts that cursors strictly rise and that each hash follows from the one before. */
    public static void assertWhole(List<JsonNode> journal) {
        String previousHash = Change.NO_HASH;
        Cursor previous = null;
        for (JsonNode change : journal) {
            Cursor cursor = Cursor.parse(change.path("cursor").asString());
            if (previous != null) {
                assertThat(cursor).isGreaterThan(previous);
            }
            assertThat(change.path("previousHash").asString()).isEqualTo(previousHash);
            assertThat(change.path("hash").asString()).isEqualTo(Change.hashOf((ObjectNode) change, previousHash));
            previous = cursor;
            previousHash = change.path("hash").asString();
        }
    }
}
