package org.jdfwire.store.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.Templates;
import org.jdfwire.store.rules.Chain;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ProjectionTest {
    private static final Topic GERMANY = topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One.");
    private static final Topic GERMANY_REVISED = topic(133, "germany", page(133, 2, NOON, "v2"), PARSER, "Two.");
    private static final Topic FRANCE = topic(133, "france", page(133, 1, MORNING, "v1"), PARSER, "Un.");

    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;
    private Projection projection;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "projection");
        projection = new Projection(mongo);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void aWriterThatComesLateSavesWhatIsNewAndLeavesWhatIsNewerAsItIs() {
        projection.saveShown(ledgerAfter(read(0, GERMANY), read(2, GERMANY_REVISED)));

        projection.saveShown(ledgerAfter(read(0, GERMANY), read(1, FRANCE)));

        assertThat(saved(GERMANY)).isEqualTo(GERMANY_REVISED);
        assertThat(saved(FRANCE)).isEqualTo(FRANCE);
    }

    private Topic saved(Topic topic) {
        return mongo.findById(topic.topicId(), TopicDocument.class).state().topic();
    }

    private static Ledger ledgerAfter(JournalEvent... events) {
        Ledger ledger = new Ledger(List.of(), List.of(), List.of());
        Chain chain = new Chain(null, null);
        for (JournalEvent event : events) {
            chain.append(ledger, event);
        }
        return ledger;
    }

    private static JournalEvent read(int offset, Topic topic) {
        return new JournalEvent.TopicRead(
                new JournalEvent.Envelope(
                        Cursor.of(0, offset, 0),
                        "event-" + offset,
                        NOON,
                        topic.page().fetchedAt()),
                topic);
    }
}
