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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.Templates;
import org.jdfwire.store.filter.FilterFields;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.journal.Trim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The way of a stream through the journal is one query of the database, unless it rests for long. */
class CatchUpTest {
    private static final long COUNT = 600;

    private final JournalReads reads = new JournalReads();
    private final LiveTail tail = new LiveTail(8);
    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;
    private TopicJournal journal;
    private CatchUp catchUp;
    private long now;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.bindAndGetConnectionString()))
                .addCommandListener(reads)
                .build());
        mongo = Templates.of(client, "catchup");
        journal = new TopicJournal(mongo);
        journal.append(LongStream.range(0, COUNT).mapToObj(CatchUpTest::change).toList());
        catchUp = new CatchUp(journal, new Horizons(mongo), tail, () -> now);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void theWholeWayIsOneQuery() {
        reads.commands().clear();

        assertThat(cursors(walk(0))).containsExactlyElementsOf(numbers(COUNT));
        assertThat(reads.commands()).containsExactly("find", "getMore", "getMore");
    }

    @Test
    void aCursorThatRestedLongIsLetGoAndThePlaceIsLookedForAgain() {
        CatchUp.Page first = catchUp.begin(Position.START, TopicFilter.ALL);
        journal.append(List.of(change(COUNT)));
        tail.append(LiveChange.of(JournalEntry.of(change(COUNT))), () -> FilterFields.of(change(COUNT)));
        now += CatchUp.LONGEST_REST.toNanos() + 1;
        reads.commands().clear();

        CatchUp.Page second = catchUp.goOn(first.end(), TopicFilter.ALL, first.rest());
        assertThat(reads.commands()).containsExactly("killCursors", "find");
        assertThat(second.began()).as("as far as the tail is by now").isEqualTo(tail.mark());
        List<CatchUp.Page> pages = new ArrayList<>(List.of(first, second));
        pages.addAll(rest(second, 0));
        assertThat(cursors(pages)).containsExactlyElementsOf(numbers(COUNT + 1));
    }

    @Test
    void restsThatAreShortAddUpToNoLongOne() {
        reads.commands().clear();

        assertThat(cursors(walk(CatchUp.LONGEST_REST.toNanos()))).containsExactlyElementsOf(numbers(COUNT));
        assertThat(reads.commands()).containsOnlyOnce("find");
    }

    @Test
    void aTrimDuringALongRestIsTold() {
        CatchUp.Page first = catchUp.begin(Position.START, TopicFilter.ALL);
        new Trim(mongo).before(MORNING);
        now += CatchUp.LONGEST_REST.toNanos() + 1;

        CatchUp.Page second = catchUp.goOn(first.end(), TopicFilter.ALL, first.rest());
        assertThat(second.trimmed()).isTrue();
        assertThat(second.changes()).isEmpty();
    }

    /** Goes the whole way, and rests for so long before each page. */
    private List<CatchUp.Page> walk(long restNanos) {
        CatchUp.Page first = catchUp.begin(Position.START, TopicFilter.ALL);
        List<CatchUp.Page> pages = new ArrayList<>(List.of(first));
        pages.addAll(rest(first, restNanos));
        return pages;
    }

    private List<CatchUp.Page> rest(CatchUp.Page from, long restNanos) {
        List<CatchUp.Page> pages = new ArrayList<>();
        for (CatchUp.Page page = from; page.rest() != null; pages.add(page)) {
            now += restNanos;
            page = catchUp.goOn(page.end(), TopicFilter.ALL, page.rest());
        }
        return pages;
    }

    private static List<Long> cursors(List<CatchUp.Page> pages) {
        return pages.stream()
                .flatMap(page -> page.changes().stream())
                .map(change -> change.cursor().value())
                .toList();
    }

    private static List<Long> numbers(long count) {
        return LongStream.range(0, count).boxed().toList();
    }

    private static Change change(long cursor) {
        return LooseChanges.created(cursor, topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One."));
    }
}
