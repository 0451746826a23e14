package org.jdfwire.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.Journals;
import org.jdfwire.store.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ChainCheckTest {
    private static final Cursor END = new Cursor(Long.MAX_VALUE);

    private final List<Change> changes = Journals.chained("created a", "created b", "revised a", "withdrawn b");
    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "chain");
        new TopicJournal(mongo).append(changes);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void findsAWholeChainWhole() {
        ChainCheck.Verdict verdict = check(Position.START, END);

        assertThat(verdict.firstBreak()).isNull();
        assertThat(verdict.verified()).isEqualTo(4);
        assertThat(verdict.first()).isEqualTo(changes.get(0).cursor());
        assertThat(verdict.last()).isEqualTo(changes.get(3).cursor());
        assertThat(verdict.hash()).isEqualTo(changes.get(3).hash());
    }

    @Test
    void chainsARangeToTheChangeBeforeIt() {
        ChainCheck.Verdict verdict =
                check(Position.after(changes.get(1).cursor()), changes.get(2).cursor());

        assertThat(verdict.firstBreak()).isNull();
        assertThat(verdict.verified()).isOne();
        assertThat(check(Position.after(changes.get(3).cursor()), END).hash())
                .isEqualTo(changes.get(3).hash());
    }

    @Test
    void stopsAfterAsManyAsWereAskedFor() {
        ChainCheck.Verdict verdict = new ChainCheck(mongo).check(Position.START, END, 3);

        assertThat(verdict.verified()).isEqualTo(3);
        assertThat(verdict.last()).isEqualTo(changes.get(2).cursor());
    }

    @Test
    void findsAWordThatWasAltered() {
        alter(2, json -> json.replace("Text 3", "Text x"));

        ChainCheck.Break found = check(Position.START, END).firstBreak();

        assertThat(found.cursor()).isEqualTo(changes.get(2).cursor());
        assertThat(found.member()).isEqualTo("hash");
        assertThat(found.found()).isEqualTo(changes.get(2).hash());
        assertThat(found.expected()).startsWith("sha256:").isNotEqualTo(found.found());
    }

    @Test
    void findsAChangeWhoseHashWasMadeAnew() {
        Change forged = changes.get(1);
        alter(1, json -> new String(Json.bytes(rewritten(forged)), StandardCharsets.UTF_8));

        assertThat(check(Position.START, END).firstBreak().cursor()).isEqualTo(forged.cursor());
        mongo.getCollection("changes")
                .updateOne(
                        new Document("_id", forged.cursor().value()),
                        new Document(
                                "$set", new Document("hash", rewritten(forged).hash())));
        ChainCheck.Break found = check(Position.START, END).firstBreak();
        assertThat(found)
                .isEqualTo(new ChainCheck.Break(
                        changes.get(2).cursor(),
                        "previousHash",
                        rewritten(forged).hash(),
                        forged.hash()));
    }

    @Test
    void findsAChangeThatWasTakenOut() {
        mongo.getCollection("changes")
                .deleteOne(new Document("_id", changes.get(1).cursor().value()));

        ChainCheck.Verdict verdict = check(Position.START, END);

        assertThat(verdict.verified()).isOne();
        assertThat(verdict.firstBreak())
                .isEqualTo(new ChainCheck.Break(
                        changes.get(2).cursor(),
                        "previousHash",
                        changes.get(0).hash(),
                        changes.get(1).hash()));
    }

    @Test
    void findsAChangeThatWasMoved() {
        Document document = mongo.getCollection("changes")
                .findOneAndDelete(new Document("_id", changes.get(3).cursor().value()));
        document.put("_id", changes.get(3).cursor().value() + 1);
        mongo.getCollection("changes").insertOne(document);

        assertThat(check(Position.START, END).firstBreak().member()).isEqualTo("cursor");
    }

    @Test
    void findsWhatIsNoJson() {
        alter(0, json -> "[]");

        assertThat(check(Position.START, END).firstBreak().member()).isEqualTo("json");
    }

    private ChainCheck.Verdict check(Position after, Cursor upTo) {
        return new ChainCheck(mongo).check(after, upTo, Long.MAX_VALUE);
    }

    private void alter(int index, UnaryOperator<String> edit) {
        Document which = new Document("_id", changes.get(index).cursor().value());
        String json = mongo.getCollection("changes").find(which).first().getString("json");
        mongo.getCollection("changes").updateOne(which, new Document("$set", new Document("json", edit.apply(json))));
    }

    private static Change rewritten(Change change) {
        Change other = Journals.chained("created x", "created y").get(1);
        return new Change(
                        change.cursor(),
                        change.type(),
                        change.id(),
                        change.recordedAt(),
                        change.observedAt(),
                        other.topicId(),
                        other.topic(),
                        null,
                        null,
                        change.page(),
                        change.parser(),
                        Change.NO_HASH,
                        Change.NO_HASH)
                .chainedTo(change.previousHash());
    }
}
