package org.jdfwire.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private MongoClient client;
    private MongoTemplate mongo;
    private TopicJournal journal;
    private ChainWatch watch;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "watch");
        journal = new TopicJournal(mongo);
        watch = new ChainWatch(journal, new Horizons(mongo), new ChainCheck(mongo), 2, () -> now, meters);
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
        return meters.get("jdfwire.journal.intact").gauge().value();
    }

    private double checked() {
        return meters.get("jdfwire.journal.checked").counter().count();
    }
}
