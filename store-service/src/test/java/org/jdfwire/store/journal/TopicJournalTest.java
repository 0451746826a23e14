package org.jdfwire.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.Journals;
import org.jdfwire.store.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicJournalTest {
    private final List<Change> changes = Journals.chained("created a", "created b", "revised a");
    private MongoServer server;
    private MongoClient client;
    private TopicJournal journal;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        journal = new TopicJournal(Templates.of(client, "journal"));
        journal.append(changes);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    /** A heartbeat may hand it out before anything else is read, and its reader comes back with it. */
    @Test
    void thePlaceBeforeATimeIsThatOfAChange() {
        assertThat(journal.before(changes.get(0).recordedAt())).isEqualTo(Position.START);
        assertThat(journal.before(changes.get(2).recordedAt()))
                .isEqualTo(Position.after(changes.get(1).cursor()));
        assertThat(journal.before(changes.get(2).recordedAt().plusMillis(1))).isNull();
    }

    @Test
    void knowsWhichCursorsItGaveOut() {
        assertThat(journal.has(changes.get(1).cursor())).isTrue();
        assertThat(journal.has(new Cursor(changes.get(1).cursor().value() + 1))).isFalse();
    }
}
