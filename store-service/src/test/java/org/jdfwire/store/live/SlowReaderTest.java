package org.jdfwire.store.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.Templates;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import reactor.core.scheduler.Schedulers;

/** A reader that takes one batch and then none costs no more than one page of the journal, whatever happens meanwhile. */
class SlowReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BEFORE = 2_000;
    private static final int MEANWHILE = 100;

    private final JournalReads reads = new JournalReads();
    private final LiveTail tail = new LiveTail(8);
    private final ReadyOutlet outlet = new ReadyOutlet();
    private MongoServer server;
    private MongoClient client;
    private TopicJournal journal;
    private ChangeStream stream;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .addCommandListener(reads)
                .build());
        MongoTemplate mongo = Templates.of(client, "slow");
        journal = new TopicJournal(mongo);
        stream = new ChangeStream(
                journal, new Horizons(mongo), tail, Duration.ofMinutes(10), Schedulers.boundedElastic());
    }

    @AfterEach
    void stop() {
        stream.close(Duration.ZERO).block(PATIENCE);
        outlet.close();
        client.close();
        server.shutdownNow();
    }

    @Test
    void holdsNoMoreThanOnePageForAReaderThatDoesNotRead() {
        journal.append(
                LongStream.range(0, BEFORE).mapToObj(SlowReaderTest::change).toList());
        outlet.blockAfter(1);
        stream.follow(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet);
        List<StreamBatch> got = outlet.got();
        Awaitility.await().atMost(PATIENCE).until(() -> !got.isEmpty());
        LongStream.range(BEFORE, BEFORE + MEANWHILE)
                .mapToObj(SlowReaderTest::change)
                .forEach(this::happen);
        outlet.settle();

        assertThat(got).as("handed out").hasSize(1);
        int bytes = got.get(0).changes().stream()
                .mapToInt(change -> change.sse().length)
                .sum();
        assertThat(bytes).isLessThan(StreamBatch.ENOUGH_BYTES + 5_000);
        // and the one that the end of the journal was asked for with
        assertThat(reads.changes()).as("read").isBetween(2, CatchUp.PAGE + 1);

        outlet.unblock();
        Awaitility.await().atMost(PATIENCE).until(() -> outlet.cursors().size() >= BEFORE + MEANWHILE);
        assertThat(outlet.cursors())
                .containsExactlyElementsOf(
                        LongStream.range(0, BEFORE + MEANWHILE).boxed().toList());
    }

    private void happen(Change change) {
        journal.append(List.of(change));
        tail.append(LiveChange.of(JournalEntry.of(change)), () -> FilterFields.of(change));
    }

    private static Change change(long cursor) {
        return LooseChanges.created(cursor, topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One."));
    }
}
