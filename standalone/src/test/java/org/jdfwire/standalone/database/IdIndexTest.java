package org.jdfwire.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which documents a query that names an {@code _id} reads. */
class IdIndexTest {
    private final DurableBackend backend = new DurableBackend(MVStore.open(null));
    private Index<Object> index;

    @BeforeEach
    void threeDocuments() {
        IndexedDatabase database = (IndexedDatabase) backend.openOrCreateDatabase("jdfwire");
        index = database.openOrCreateUniqueIndex("topics", "_id_", List.of(new IndexKey("_id", true)), false);
        for (String id : List.of("a", "b", "c")) {
            index.add(new Document("_id", id).append("cursor", 5L), id, null);
        }
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void readsTheOneThatIsNamed() {
        assertReads(new Document("_id", "b"), "b");
        assertReads(new Document("_id", "b").append("cursor", new Document("$lt", 9L)), "b");
        assertReads(new Document("cursor", new Document("$lt", 9L)).append("_id", "b"), "b");
        assertReads(new Document("_id", "b").append("$or", List.of(new Document("cursor", 5L))), "b");
    }

    @Test
    void readsNoneWhereNoneHasTheName() {
        assertReads(new Document("_id", "d").append("cursor", new Document("$lt", 9L)));
    }

    @Test
    void readsThoseThatAreNamed() {
        Document named = new Document("$in", List.of("a", "c", "d"));
        assertReads(new Document("_id", named).append("kind", "visit"), "a", "c");
    }

    @Test
    void leavesEveryOtherQuestionToTheCollection() {
        assertThat(index.canHandle(new Document())).isFalse();
        assertThat(index.canHandle(new Document("cursor", 5L))).isFalse();
        assertThat(index.canHandle(new Document("_id", new Document("$gt", "a"))))
                .isFalse();
        assertThat(index.canHandle(new Document("_id", new Document("$gt", "a")).append("cursor", 5L)))
                .isFalse();
        assertThat(index.canHandle(new Document("$or", List.of(new Document("_id", "a")))))
                .isFalse();
    }

    private void assertReads(Document query, Object... positions) {
        assertThat(index.canHandle(query)).as("the index serves %s", query).isTrue();
        assertThat(index.getPositions(query)).as("what %s reads", query).containsExactly(positions);
    }
}
