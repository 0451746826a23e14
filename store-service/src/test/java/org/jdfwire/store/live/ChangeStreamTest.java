package org.jdfwire.store.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

class ChangeStreamTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LiveTail tail = new LiveTail(8);
    private final ReadyOutlet outlet = new ReadyOutlet();
    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;
    private TopicJournal journal;
    private Horizons horizons;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "stream");
        journal = new TopicJournal(mongo);
        horizons = new Horizons(mongo);
    }

    @AfterEach
    void stop() {
        outlet.close();
        client.close();
        server.shutdownNow();
    }

    @Test
    void missesAndRepeatsNothingWhileChangesComeInDuringTheCatchingUp() {
        int count = 600;
        List<Change> changes =
                LongStream.range(0, count).mapToObj(ChangeStreamTest::change).toList();
        journal.append(changes.subList(0, 300));

        follow(Position.START, LONG);
        // the journal first, the tail some changes later, as between MongoDB and Kafka
        for (int i = 300; i < count + 3; i++) {
            if (i < count) {
                journal.append(List.of(changes.get(i)));
            }
            if (i - 3 >= 300) {
                publish(changes.get(i - 3));
            }
        }

        Awaitility.await().atMost(PATIENCE).until(() -> outlet.cursors().size() >= count);
        assertThat(outlet.cursors())
                .containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
    }

    @Test
    void findsWhatPassedByBeforeTheTailWasThere() {
        journal.append(List.of(change(0)));
        follow(Position.START, LONG);
        Awaitility.await().atMost(PATIENCE).until(() -> outlet.cursors().size() == 1);

        journal.append(List.of(change(1)));
        tail.restart();

        Awaitility.await().atMost(PATIENCE).until(() -> outlet.cursors().size() == 2);
        assertThat(outlet.cursors()).containsExactly(0L, 1L);
    }

    @Test
    void fallsBackToTheJournalWhenTheRingHasMovedOn() {
        follow(Position.START, LONG);
        List<Change> changes =
                LongStream.range(0, 100).mapToObj(ChangeStreamTest::change).toList();
        journal.append(changes);
        changes.forEach(this::publish);

        Awaitility.await().atMost(PATIENCE).until(() -> outlet.cursors().size() >= 100);
        assertThat(outlet.cursors())
                .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    }

    @Test
    void endsWhereATrimOvertakesItsReader() {
        journal.append(
                LongStream.range(0, 2000).mapToObj(ChangeStreamTest::change).toList());
        outlet.blockAfter(1);
        follow(Position.START, LONG);
        Awaitility.await().atMost(PATIENCE).until(() -> !outlet.got().isEmpty());

        new Trim(mongo).before(MORNING);
        outlet.unblock();

        Awaitility.await().atMost(PATIENCE).until(() -> !outlet.ends().isEmpty());
        assertThat(outlet.ends()).containsExactly("ended");
        assertThat(outlet.cursors())
                .hasSizeLessThan(2000)
                .containsExactlyElementsOf(
                        LongStream.range(0, outlet.cursors().size()).boxed().toList());
    }

    @Test
    void allWhoFollowGetTheSameBytes() {
        ChangeStream stream = stream(LONG);
        List<ReadyOutlet> readers = Stream.generate(outlet::beside).limit(5).toList();
        readers.forEach(reader -> stream.follow(Position.START, TopicFilter.ALL, StreamForm.SSE, reader));
        // all of them have found the journal empty and follow the tail
        Awaitility.await().atMost(PATIENCE).until(() -> stream.following() == readers.size());
        journal.append(List.of(change(0)));
        publish(change(0));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        readers.stream().allMatch(reader -> reader.cursors().size() == 1));
        List<LiveChange> got = readers.stream()
                .map(reader -> reader.got().get(0).changes().get(0))
                .toList();
        assertThat(got).allSatisfy(change -> assertThat(change).isSameAs(got.get(0)));
        assertThat(got.get(0).line().array()).isSameAs(got.get(0).sse());
    }

    @Test
    void closesItsStreamsOneByOneWithinTheSpread() {
        // so that nothing but this test schedules on its clock
        outlet.block();
        VirtualTimeScheduler clock = VirtualTimeScheduler.getOrSet();
        try {
            ChangeStream stream = stream(LONG);
            for (int i = 0; i < 1000; i++) {
                stream.follow(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet);
            }

            stream.close(Duration.ofSeconds(4)).subscribe();
            outlet.settle();
            clock.advanceTimeBy(Duration.ofSeconds(2));
            outlet.settle();
            assertThat(stream.subscribers()).isBetween(400, 600);
            clock.advanceTimeBy(Duration.ofSeconds(2));
            outlet.settle();
            assertThat(stream.subscribers()).isZero();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void needsNoLongerThanItsFewStreamsDo() {
        // so that nothing but this test schedules on its clock
        outlet.block();
        VirtualTimeScheduler clock = VirtualTimeScheduler.getOrSet();
        try {
            ChangeStream stream = stream(LONG);
            stream.follow(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet);

            stream.close(Duration.ofSeconds(4)).subscribe();
            outlet.settle();
            clock.advanceTimeBy(Duration.ofMillis(10));
            outlet.settle();
            assertThat(stream.subscribers()).isZero();
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void aHeartbeatCarriesThePositionOfAFilteredReader() {
        journal.append(List.of(change(0), change(1)));
        TopicFilter nothing = new TopicFilter(
                Set.of(), Set.of(999), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, List.of());
        List<StreamBatch> items = outlet.got();
        stream(Duration.ofMillis(50)).follow(Position.START, nothing, StreamForm.SSE, outlet);
        awaitHeartbeatAt(1);
        journal.append(List.of(change(2)));
        publish(change(2));

        awaitHeartbeatAt(2);
        assertThat(outlet.cursors()).isEmpty();
        // one before the journal is read has the start's
        assertThat(items).extracting(item -> item.position().value()).isSorted();
    }

    @Test
    void ignoresAChangeThatIsPublishedAgain() {
        List<Change> changes = List.of(change(0), change(1), change(2));
        follow(Position.START, LONG);
        journal.append(changes);
        changes.forEach(this::publish);
        changes.forEach(this::publish);
        journal.append(List.of(change(3)));
        publish(change(3));

        Awaitility.await().atMost(PATIENCE).until(() -> outlet.cursors().contains(3L));
        assertThat(outlet.cursors()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void completesItsStreamsWhenItIsClosed() {
        ChangeStream stream = stream(LONG);
        stream.follow(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet);
        assertThat(stream.subscribers()).isOne();

        stream.close(Duration.ZERO).block(PATIENCE);

        assertThat(outlet.ends()).containsExactly("ended");
        assertThat(stream.subscribers()).isZero();
    }

    private void awaitHeartbeatAt(long position) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        outlet.got().stream().anyMatch(batch -> batch.position().value() == position));
    }

    private void follow(Position start, Duration heartbeat) {
        stream(heartbeat).follow(start, TopicFilter.ALL, StreamForm.SSE, outlet);
    }

    private ChangeStream stream(Duration heartbeat) {
        return new ChangeStream(journal, horizons, tail, heartbeat, Schedulers.boundedElastic());
    }

    private void publish(Change change) {
        tail.append(LiveChange.of(JournalEntry.of(change)), () -> FilterFields.of(change));
    }

    private static Change change(long cursor) {
        return LooseChanges.created(cursor, topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One."));
    }
}
