package org.jdfwire.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.Journals;
import org.jdfwire.store.Templates;
import org.jdfwire.store.filter.TopicFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;

class TrimTest {
    private static final Cursor END = new Cursor(Long.MAX_VALUE);

    private final List<Change> changes = Journals.chained(
            "created a", "created b", "revised a", "backfilled a", "withdrawn b", "revised a", "created c");
    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;
    private TopicJournal journal;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "trim");
        journal = new TopicJournal(mongo);
        journal.append(changes);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void keepsTheStateThatEachTopicHadAndEverythingAfter() {
        // the first five were recorded before the sixth hour
        assertThat(trim(6)).isEqualTo(3);

        assertThat(kept()).containsExactly(3L, 5L, 6L, 7L);
        assertThat(new Horizons(mongo).load())
                .isEqualTo(new Horizon(
                        changes.get(4).cursor(),
                        changes.get(4).recordedAt(),
                        changes.get(4).hash()));
    }

    @Test
    void theTopicsOfATimeAfterTheHorizonAreAsTheyWereBefore() {
        List<JournalEntry> before = at(5);
        assertThat(before).extracting(entry -> entry.cursor().offset()).containsExactly(3L);

        trim(6);

        assertThat(at(5)).isEqualTo(before);
    }

    @Test
    void theChainHoldsFromTheHorizonOn() {
        trim(6);

        ChainCheck.Verdict verdict =
                new ChainCheck(mongo).check(new Horizons(mongo).load().position(), END, 100);

        assertThat(verdict.firstBreak()).isNull();
        assertThat(verdict.verified()).isEqualTo(2);
    }

    @Test
    void theLastChangeStaysAlways() {
        assertThat(trim(1000)).isEqualTo(4);

        assertThat(kept()).containsExactly(5L, 6L, 7L);
        assertThat(journal.end())
                .isEqualTo(
                        new JournalEnd(changes.get(6).cursor(), changes.get(6).hash()));
    }

    @Test
    void aTrimOfAnEarlierTimeMovesNothingBack() {
        trim(6);
        Horizon horizon = new Horizons(mongo).load();

        assertThat(trim(3)).isZero();

        assertThat(new Horizons(mongo).load()).isEqualTo(horizon);
        assertThat(kept()).containsExactly(3L, 5L, 6L, 7L);
    }

    @Test
    void aTrimThatWasCutShortIsFinishedByTheNext() {
        new Horizons(mongo)
                .save(new Horizon(
                        changes.get(4).cursor(),
                        changes.get(4).recordedAt(),
                        changes.get(4).hash()));

        assertThat(trim(6)).isEqualTo(3);
    }

    @Test
    void trimsNothingOfAnEmptyJournalOrBeforeTheFirstChange() {
        assertThat(trim(1)).isZero();
        assertThat(new Trim(Templates.of(client, "empty")).before(MORNING)).isZero();
        assertThat(new Horizons(mongo).load()).isNull();
    }

    private long trim(int hour) {
        return new Trim(mongo).before(MORNING.plus(Duration.ofHours(hour)));
    }

    private List<JournalEntry> at(int hour) {
        return new PastTopics(mongo)
                .find(
                        TopicFilter.ALL,
                        journal.asOf(MORNING.plus(Duration.ofHours(hour))),
                        null,
                        Sort.Direction.ASC,
                        100);
    }

    private List<Long> kept() {
        return journal.read(Position.START, END, TopicFilter.ALL, 100).stream()
                .map(entry -> entry.cursor().offset())
                .toList();
    }
}
