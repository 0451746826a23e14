package org.jdfwire.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.bson.Document;
import org.jdfwire.store.access.Tokens.Token;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private MongoClient client;
    private MongoDatabase database;
    private Tokens tokens;

    @BeforeEach
    void start() {
        client = MongoClients.create(server.bindAndGetConnectionString());
        database = client.getDatabase("tokens_test");
        tokens = new Tokens(database);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aTokenHas256BitsAndOnlyItsHashIsKept() {
        String token = tokens.add("ops");

        assertThat(token).matches("jdfwire_[A-Za-z0-9_-]{43}");
        assertThat(tokens.add("other")).isNotEqualTo(token);
        Document kept = database.getCollection("tokens")
                .find(new Document("_id", "ops"))
                .first();
        assertThat(kept).containsOnlyKeys("_id", "sha256", "createdAt").containsEntry("sha256", Tokens.hash(token));
        assertThat(kept.toJson()).doesNotContain(token);
        assertThat(tokens.nameOf(token)).isEqualTo("ops");
    }

    @Test
    void anythingElseIsNotTaken() {
        String token = tokens.add("ops");

        assertThat(tokens.nameOf(token + "A")).isNull();
        assertThat(tokens.nameOf(token.substring(0, token.length() - 1))).isNull();
        assertThat(tokens.nameOf(Tokens.hash(token))).as("its hash").isNull();
        assertThat(tokens.nameOf("ops")).as("its name").isNull();
        assertThat(tokens.nameOf("")).isNull();
    }

    @Test
    void aRevokedTokenIsTakenNoLongerAndItsNameIsFreeAgain() {
        String token = tokens.add("ops");

        assertThat(tokens.revoke("ops")).isTrue();
        assertThat(tokens.nameOf(token)).isNull();
        assertThat(tokens.all()).singleElement().extracting(Token::revokedAt).isNotNull();
        assertThat(tokens.revoke("ops")).as("again").isFalse();
        assertThat(tokens.revoke("nobody")).isFalse();

        String next = tokens.add("ops");
        assertThat(tokens.nameOf(next)).isEqualTo("ops");
        assertThat(tokens.nameOf(token)).isNull();
    }

    @Test
    void aNameIsGivenOnce() {
        String token = tokens.add("ops");

        assertThatThrownBy(() -> tokens.add("ops"))
                .hasMessage("name of a token: ops (expected: one that no token has; revoke that one or choose another"
                        + " name)");
        assertThat(tokens.nameOf(token)).isEqualTo("ops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "{\"$gt\":1}"})
    void aNameIsAWord(String name) {
        assertThatThrownBy(() -> tokens.add(name)).hasMessageStartingWith("name of a token: " + name + " (expected: 1");
    }

    @Test
    void thereIsAFirstTokenOnlyOnce() {
        String first = tokens.addFirst();

        assertThat(first).isNotNull();
        assertThat(tokens.addFirst()).isNull();
        tokens.revoke("first");
        assertThat(tokens.addFirst()).as("who revoked it does not want another").isNull();
    }
}
