package org.jdfwire.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.Journals;
import org.jdfwire.store.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ChainWatchTest {
    private final List<Change> changes = Journals.chained("created a", "created b", "revised a", "withdrawn b");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private MongoServer server;
    private String address;
    private MongoClient client;
    private MongoTemplate mongo;
    private TopicJournal journal;
    private ChainWatch watch;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        address = server.bindAndGetConnectionString();
        client = MongoClients.create(address);
        mongo = Templates.of(client, "watch");
        journal = new TopicJournal(mongo);
        watch = watch(mongo, meters);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void walksToTheEndSomeChangesALookAndThenOnlyAlongWhatIsNew() {
        journal.append(changes.subList(0, 3));
        watch.look();
        assertThat(checked()).isEqualTo(2);
        assertThat(meters.find("jdfwire.journal.checked.timestamp").gauge()).isNull();

        watch.look();
        watch.look();
        assertThat(checked()).isEqualTo(3);
        assertThat(meters.get("jdfwire.journal.checked.timestamp").gauge().value())
                .isEqualTo(now.getEpochSecond());

        journal.append(changes.subList(3, 4));
        watch.look();
        assertThat(checked()).isEqualTo(4);
        assertThat(intact()).isOne();
    }

    @Test
    void aBreakIsToldUntilAWholeWalkFindsNone() {
        journal.append(changes);
        String json = spoil(changes.get(2));

        watch.look();
        assertThat(intact()).isOne();
        watch.look();
        assertThat(intact()).isZero();
        watch.look();
        assertThat(intact()).isZero();

        mongo.getCollection("changes").updateOne(Filters.eq(id(changes.get(2))), Updates.set("json", json));
        watch.look();
        assertThat(intact()).isOne();
    }

    @Test
    void whatWasWholeIsWalkedAgainAfterADay() {
        journal.append(changes);
        watch.look();
        watch.look();
        spoil(changes.get(0));
        watch.look();
        assertThat(intact()).isOne();

        now = now.plus(Duration.ofHours(25));
        watch.look();
        assertThat(intact()).isZero();
    }

    @Test
    void anEmptyJournalIsWhole() {
        watch.look();

        assertThat(intact()).isOne();
        assertThat(checked()).isZero();
    }

    @Test
    void whatWasTrimmedInTheMeantimeIsNoBreak() {
        journal.append(changes);
        watch.look();
        new Trim(mongo).before(changes.get(3).recordedAt());

        watch.look();
        watch.look();
        assertThat(intact()).isOne();
        assertThat(meters.find("jdfwire.journal.checked.timestamp").gauge()).isNotNull();
    }

    /** It comes before each of the questions that the looks ask, and ends at each of the changes. */
    @Test
    void aTrimInTheMiddleOfALookIsNoBreak() {
        // the second is no state, so it goes although it is the last before some horizon
        List<Change> told = Journals.chained("created a", "backfilled a", "revised a", "revised a", "withdrawn a");
        for (int question = 0; question < 20; question++) {
            for (Change retained : told.subList(1, told.size())) {
                String where = question + "-" + retained.cursor();
                MongoTemplate there = Templates.of(client, where);
                new TopicJournal(there).append(told);
                SimpleMeterRegistry gauges = new SimpleMeterRegistry();
                try (MongoClient asking = whichTrims(question, there, retained.recordedAt())) {
                    ChainWatch disturbed = watch(Templates.of(asking, where), gauges);
                    for (int look = 0; look < 6; look++) {
                        disturbed.look();
                        assertThat(intact(gauges)).as(where + ", look " + look).isOne();
                    }
                }
                assertThat(new Horizons(there).load()).as(where).isNotNull();
            }
        }
    }

    @Test
    void aBreakBehindWholeChangesIsToldByTheLookThatFindsIt() {
        journal.append(changes);
        spoil(changes.get(1));

        watch.look();
        assertThat(intact()).isZero();
    }

    /** Returns a client whose questions go on as ever, but that the journal is trimmed before that one. */
    private MongoClient whichTrims(int question, MongoTemplate there, Instant before) {
        AtomicInteger asked = new AtomicInteger();
        CommandListener trimming = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (event.getCommandName().equals("find") && asked.getAndIncrement() == question) {
                    new Trim(there).before(before);
                }
            }
        };
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .addCommandListener(trimming)
                .build());
    }

    private ChainWatch watch(MongoTemplate there, SimpleMeterRegistry told) {
        return new ChainWatch(new TopicJournal(there), new Horizons(there), new ChainCheck(there), 2, () -> now, told);
    }

    private String spoil(Change change) {
        String json = mongo.getCollection("changes")
                .find(Filters.eq(id(change)))
                .first()
                .getString("json");
        mongo.getCollection("changes")
                .updateOne(Filters.eq(id(change)), Updates.set("json", json.replace("Text", "Other text")));
        return json;
    }

    private static long id(Change change) {
        return change.cursor().value();
    }

    private double intact() {
        return intact(meters);
    }

    private static double intact(SimpleMeterRegistry told) {
        return told.get("jdfwire.journal.intact").gauge().value();
    }

    private double checked() {
        return meters.get("jdfwire.journal.checked").counter().count();
    }
}
