package org.jdfwire.store.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonValue;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.Pages;
import org.jdfwire.store.Templates;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.projection.LogPosition;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.rules.JournalEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

class JournalWriterTest {
    private static final Topic GERMANY = topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One.");
    private static final Topic FRANCE = topic(133, "france", page(133, 1, MORNING, "v1"), PARSER, "Un.");

    private final ListedChangeLog changeLog = new ListedChangeLog();
    private final Commands commands = new Commands();
    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .addCommandListener(commands)
                .build());
        mongo = Templates.of(client, "journal");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void beginsTheNextEpochWhenKafkaMadeTheLogAnew() {
        JournalWriter writer = writer();
        writer.recover("log-1");
        writer.take(List.of(read(0, 0, GERMANY)), 0);

        JournalWriter later = writer();
        LogPosition position = later.recover("log-2");
        List<Change> changes = later.take(List.of(read(1, 0, GERMANY), read(1, 1, FRANCE)), 1);

        assertThat(position.epoch()).isEqualTo(1);
        assertThat(position.next()).isZero();
        assertThat(changes).extracting(Change::topicId).containsExactly(FRANCE.topicId());
        assertThat(changes.get(0).cursor()).isEqualTo(Cursor.of(1, 1, 0));
    }

    @Test
    void keepsTheEpochAndPublishesNothingAgainWhenMongoDbIsNew() {
        JournalWriter writer = writer();
        writer.recover("log-1");
        writer.recover("log-2");
        writer.take(List.of(read(1, 0, GERMANY)), 0);
        List<Change> before = List.copyOf(changeLog.changes());
        mongo.getDb().drop();

        JournalWriter rebuilding = writer();
        assertThat(rebuilding.recover("log-2").epoch()).isEqualTo(1);
        List<Change> again = rebuilding.take(List.of(read(1, 0, GERMANY)), 0);

        assertThat(again).isEqualTo(before);
        assertThat(changeLog.changes()).isEqualTo(before);
    }

    @Test
    void neverOverwritesWhatAnotherWriterWrote() {
        JournalWriter slow = writer();
        slow.recover("log-1");
        JournalWriter other = writer();
        other.recover("log-1");
        List<Change> written = other.take(List.of(read(0, 0, GERMANY)), 0);

        // the slow one had read its states before the other one wrote, so it makes the same cursors once more
        TopicJournal journal = new TopicJournal(mongo);
        assertThatThrownBy(() -> journal.append(written)).isInstanceOf(DuplicateKeyException.class);
        assertThat(journal.end().hash()).isEqualTo(written.get(1).hash());
    }

    @Test
    void aBatchIsOneCommandACollectionAndStepHoweverManyEventsItHas() {
        JournalWriter writer = writer();
        writer.recover("log-1");
        commands.seen.clear();

        writer.take(List.of(read(0, 0, GERMANY), read(0, 1, FRANCE), manifest(2)), 2);

        assertThat(commands.seen)
                .containsExactly(
                        "find pages",
                        "find topics",
                        "find issues",
                        "insert changes",
                        "update topics",
                        "update issues",
                        "update pages",
                        "update journal");
    }

    @Test
    void mustRecoverBeforeItTakesEvents() {
        JournalWriter writer = writer();
        writer.recover("log-1");
        writer.forget();

        assertThatThrownBy(() -> writer.take(List.of(read(0, 0, GERMANY)), 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("position: unknown (expected: recovered first)");
    }

    private JournalWriter writer() {
        return new JournalWriter(
                new TopicJournal(mongo), new Projection(mongo), new LogPositions(mongo), changeLog, epoch -> epoch);
    }

    private static JournalEvent read(int epoch, long offset, Topic topic) {
        return new JournalEvent.TopicRead(envelope(epoch, offset, topic.page()), topic);
    }

    private static JournalEvent manifest(long offset) {
        PageRef page = GERMANY.page();
        return new JournalEvent.PageRead(
                envelope(0, offset, page), Pages.manifest(133, page, PARSER, "germany", "france"));
    }

    private static JournalEvent.Envelope envelope(int epoch, long offset, PageRef page) {
        return new JournalEvent.Envelope(
                Cursor.of(epoch, offset, 0), "event-" + offset, Instant.EPOCH, page.fetchedAt());
    }

    /** Which commands went to which collections. */
    private static final class Commands implements CommandListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            BsonValue collection = event.getCommand().get(event.getCommandName());
            if (collection.isString()) {
                seen.add(event.getCommandName() + " " + collection.asString().getValue());
            }
        }
    }
}
