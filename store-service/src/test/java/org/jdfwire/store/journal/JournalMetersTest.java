package org.jdfwire.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.Journals;
import org.jdfwire.store.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalMetersTest {
    private final List<Change> changes = Journals.chained("created a", "created b", "revised a");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger finds = new AtomicInteger();
    private MongoServer server;
    private MongoClient client;
    private TopicJournal journal;
    private JournalMeters meters;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        finds.addAndGet(event.getCommandName().equals("find") ? 1 : 0);
                    }
                })
                .build());
        journal = new TopicJournal(Templates.of(client, "meters"));
        meters = new JournalMeters(journal, registry);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void tellHowLongTheJournalIsAndWhereItEnds() {
        journal.append(changes.subList(0, 2));
        meters.refresh();
        assertThat(gauge("jdfwire.journal.changes")).isEqualTo(2);
        assertThat(gauge("jdfwire.journal.offset"))
                .isEqualTo(changes.get(1).cursor().offset());

        journal.append(changes.subList(2, 3));
        meters.refresh();
        assertThat(gauge("jdfwire.journal.changes")).isEqualTo(3);
        assertThat(gauge("jdfwire.journal.offset"))
                .isEqualTo(changes.get(2).cursor().offset());
    }

    @Test
    void askForTheEndOnlyWhereTheJournalHasGrown() {
        journal.append(changes);
        meters.refresh();
        assertThat(finds).hasValue(1);

        meters.refresh();

        assertThat(finds).hasValue(1);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
