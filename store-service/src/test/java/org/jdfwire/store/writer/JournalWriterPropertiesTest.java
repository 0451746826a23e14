package org.jdfwire.store.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.store.BreakingBackend;
import org.jdfwire.store.Pages;
import org.jdfwire.store.Templates;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.projection.LogPosition;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.rules.JournalEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** However the events are cut into batches, and wherever the writer is killed, the same journal comes out. */
class JournalWriterPropertiesTest {
    private static final String LOG = "log-1";
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private static BreakingBackend backend;
    private static MongoServer server;
    private static MongoClient client;
    private static int databases;

    @BeforeContainer
    static void start() {
        backend = new BreakingBackend();
        server = new MongoServer(backend);
        client = MongoClients.create(server.bindAndGetConnectionString());
    }

    @AfterContainer
    static void stop() {
        client.close();
        server.shutdownNow();
    }

    /** A page as it is observed once: which, when, by which parser, and the text of each topic it lists. */
    record Observation(int issue, int hour, int parser, Map<String, Integer> texts) {}

    /** A crash: at which write or published change, counted from the one before, and how. */
    record Crash(int after, BreakingBackend.Break how, boolean whilePublishing) {}

    @Property(tries = 60)
    void batchesOfAnySizeGiveTheSameJournal(
            @ForAll("histories") List<Observation> history, @ForAll @IntRange(min = 2, max = 40) int batch) {
        List<JournalEvent> events = events(history);

        assertThat(run(events, batch, List.of())).isEqualTo(run(events, 1, List.of()));
    }

    @Property(tries = 150)
    void aWriterThatIsKilledAnywhereGoesOnAsIfNothingHadHappened(
            @ForAll("histories") List<Observation> history,
            @ForAll @IntRange(min = 1, max = 12) int batch,
            @ForAll("crashes") @Size(min = 1, max = 5) List<Crash> crashes) {
        List<JournalEvent> events = events(history);

        assertThat(run(events, batch, crashes)).isEqualTo(run(events, 1, List.of()));
    }

    @Property(tries = 30)
    void theChainHoldsAndTheCursorsRise(@ForAll("histories") List<Observation> history) {
        String hash = Change.NO_HASH;
        long cursor = -1;
        for (Change change : run(events(history), 7, List.of()).published()) {
            assertThat(change.previousHash()).isEqualTo(hash);
            assertThat(change.computedHash()).isEqualTo(change.hash());
            assertThat(change.cursor().value()).isGreaterThan(cursor);
            hash = change.hash();
            cursor = change.cursor().value();
        }
    }

    @Provide
    Arbitrary<List<Observation>> histories() {
        Arbitrary<Map<String, Integer>> texts = Arbitraries.maps(
                        Arbitraries.of("germany", "france", "india"),
                        Arbitraries.integers().between(0, 2))
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 2),
                        texts)
                .as(Observation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Crash>> crashes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(BreakingBackend.Break.class),
                        Arbitraries.of(true, false))
                .as(Crash::new)
                .list();
    }

    /** What a run leaves behind. */
    private record Outcome(
            List<JournalEntry> journal, List<Change> published, List<Document> states, LogPosition position) {}

    private static Outcome run(List<JournalEvent> events, int batch, List<Crash> crashes) {
        MongoTemplate mongo = Templates.of(client, "run" + databases++);
        ListedChangeLog changeLog = new ListedChangeLog();
        JournalWriter writer = writer(mongo, changeLog);
        int next = (int) writer.recover(LOG).next();
        int crash = 0;
        while (next < events.size()) {
            if (crash < crashes.size()) {
                arm(crashes.get(crash), changeLog);
            }
            int end = Math.min(events.size(), next + batch);
            try {
                writer.take(events.subList(next, end), end - 1);
                next = end;
            } catch (DataAccessException | IllegalStateException killed) {
                if (crash++ >= crashes.size()) {
                    throw killed;
                }
                writer = writer(mongo, changeLog);
                next = (int) writer.recover(LOG).next();
            }
        }
        backend.breakAfter(Integer.MAX_VALUE, BreakingBackend.Break.BEFORE);
        return outcome(mongo, changeLog);
    }

    private static void arm(Crash crash, ListedChangeLog changeLog) {
        if (crash.whilePublishing()) {
            changeLog.breakAfter(crash.after());
        } else {
            backend.breakAfter(crash.after(), crash.how());
        }
    }

    private static JournalWriter writer(MongoTemplate mongo, ListedChangeLog changeLog) {
        backend.breakAfter(Integer.MAX_VALUE, BreakingBackend.Break.BEFORE);
        changeLog.breakAfter(Integer.MAX_VALUE);
        return new JournalWriter(
                new TopicJournal(mongo), new Projection(mongo), new LogPositions(mongo), changeLog, epoch -> epoch);
    }

    private static Outcome outcome(MongoTemplate mongo, ListedChangeLog changeLog) {
        List<JournalEntry> journal = new TopicJournal(mongo)
                .read(Position.START, new Cursor(Long.MAX_VALUE), TopicFilter.ALL, Integer.MAX_VALUE);
        Map<String, Document> states = new TreeMap<>();
        for (String collection : List.of("topics", "issues", "pages")) {
            mongo.getCollection(collection)
                    .find()
                    .forEach(document -> states.put(collection + " " + document.get("_id"), document));
        }
        return new Outcome(journal, changeLog.changes(), List.copyOf(states.values()), new LogPositions(mongo).load());
    }

    /** Takes each observation apart into its topics and its manifest, as the parser sends them. */
    private static List<JournalEvent> events(List<Observation> history) {
        List<JournalEvent> events = new ArrayList<>();
        int version = 0;
        for (Observation seen : history) {
            PageRef page = Pages.page(
                    seen.issue(),
                    ++version,
                    FIRST.plus(Duration.ofHours(seen.hour())),
                    seen.texts().toString());
            ParserRef parser = new ParserRef(Integer.toString(seen.parser()), "site");
            seen.texts()
                    .forEach((name, text) -> events.add(new JournalEvent.TopicRead(
                            envelope(events.size(), page),
                            Pages.topic(seen.issue(), name, page, parser, "Text " + text + parser.version()))));
            events.add(new JournalEvent.PageRead(
                    envelope(events.size(), page),
                    Pages.manifest(
                            seen.issue(), page, parser, seen.texts().keySet().toArray(String[]::new))));
        }
        return events;
    }

    private static JournalEvent.Envelope envelope(int offset, PageRef page) {
        return new JournalEvent.Envelope(
                Cursor.of(0, offset, 0), "event-" + offset, FIRST.plusMillis(offset), page.fetchedAt());
    }
}
