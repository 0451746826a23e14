package org.jdfwire.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of the standalone beside the same one without its own index: they must not differ. */
class EmbeddedDatabaseTest {
    private static final long SEED = 20210201;
    private static final int STEPS = 2_000;
    private static final int IDS = 12;

    @TempDir
    private Path folder;

    @Test
    void answersAsOneThatReadsEveryDocument() {
        MongoServer plain = new MongoServer(H2Backend.inMemory());
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
                MongoClient own = MongoClients.create(embedded.uri());
                MongoClient other = MongoClients.create(plain.bindAndGetConnectionString())) {
            MongoCollection<Document> ours = own.getDatabase("jdfwire").getCollection("topics");
            MongoCollection<Document> theirs = other.getDatabase("jdfwire").getCollection("topics");
            // both draw the same questions
            Random here = new Random(SEED);
            Random there = new Random(SEED);
            List<Object> answers = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Object answer = ask(ours, here);
                assertThat(answer).as("step %d after %s", step, answers).isEqualTo(ask(theirs, there));
                answers.add(answer);
            }
            assertThat(answers).contains("refused: there is a newer one");
        } finally {
            plain.shutdownNow();
        }
    }

    private static Object ask(MongoCollection<Document> topics, Random random) {
        String id = "t" + random.nextInt(IDS);
        String second = "t" + random.nextInt(IDS);
        long cursor = random.nextInt(100);
        // not by Filters, which writes $and
        Document named = new Document("_id", id).append("cursor", new Document("$lt", cursor));
        Document since = new Document("$gte", cursor);
        return switch (random.nextInt(6)) {
            case 0, 1 -> save(topics, named, new Document("_id", id).append("cursor", cursor));
            case 2 ->
                find(topics, new Document("_id", new Document("$in", List.of(id, second))).append("cursor", since));
            case 3 -> topics.updateMany(named, Updates.set("title", second)).getModifiedCount();
            case 4 ->
                topics.deleteMany(new Document("_id", id).append("title", second))
                        .getDeletedCount();
            default -> find(topics, new Document("_id", new Document("$gt", id)).append("cursor", since));
        };
    }

    private static List<Document> find(MongoCollection<Document> topics, Bson query) {
        return topics.find(query).sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    /** As each state is saved: an older one is replaced, a newer one stays. */
    private static Object save(MongoCollection<Document> topics, Bson older, Document state) {
        try {
            return topics.replaceOne(older, state, new ReplaceOptions().upsert(true))
                    .getModifiedCount();
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return "refused: there is a newer one";
        }
    }
}
