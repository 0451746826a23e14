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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.jdfwire.store.journal.Trim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.data.mongodb.core.MongoTemplate;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

class ChangeStreamTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LiveTail tail = new LiveTail(8);
    private final ReadyOutlet outlet = new ReadyOutlet();
    private final List<Long> seen = new CopyOnWriteArrayList<>();
    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;
    private TopicJournal journal;
    private Horizons horizons;
    private Disposable subscription;

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
        if (subscription != null) {
            subscription.dispose();
        }
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

        Awaitility.await().atMost(PATIENCE).until(() -> seen.size() >= count);
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.range(0, count).boxed().toList());
    }

    @Test
    void findsWhatPassedByBeforeTheTailWasThere() {
        journal.append(List.of(change(0)));
        follow(Position.START, LONG);
        Awaitility.await().atMost(PATIENCE).until(() -> seen.size() == 1);

        journal.append(List.of(change(1)));
        tail.restart();

        Awaitility.await().atMost(PATIENCE).until(() -> seen.size() == 2);
        assertThat(seen).containsExactly(0L, 1L);
    }

    @Test
    void fallsBackToTheJournalWhenTheRingHasMovedOn() {
        follow(Position.START, LONG);
        List<Change> changes =
                LongStream.range(0, 100).mapToObj(ChangeStreamTest::change).toList();
        journal.append(changes);
        changes.forEach(this::publish);

        Awaitility.await().atMost(PATIENCE).until(() -> seen.size() >= 100);
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
    }

    @Test
    void endsWhereATrimOvertakesItsReader() {
        journal.append(
                LongStream.range(0, 2000).mapToObj(ChangeStreamTest::change).toList());
        List<Long> taken = new CopyOnWriteArrayList<>();
        List<String> ends = new CopyOnWriteArrayList<>();
        BaseSubscriber<StreamBatch> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription upstream) {
                upstream.request(1);
            }

            @Override
            protected void hookOnNext(StreamBatch batch) {
                taken.addAll(cursors(batch));
            }

            @Override
            protected void hookOnComplete() {
                ends.add("completed");
            }
        };
        stream(LONG)
                .from(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet)
                .subscribe(slow);
        subscription = slow;
        Awaitility.await().atMost(PATIENCE).until(() -> !taken.isEmpty());

        new Trim(mongo).before(MORNING);
        slow.requestUnbounded();

        Awaitility.await().atMost(PATIENCE).until(() -> !ends.isEmpty());
        assertThat(taken)
                .hasSizeLessThan(2000)
                .containsExactlyElementsOf(
                        LongStream.range(0, taken.size()).boxed().toList());
    }

    @Test
    void allWhoFollowGetTheSameBytes() {
        List<LiveChange> got = new CopyOnWriteArrayList<>();
        ChangeStream stream = stream(LONG);
        List<Disposable> readers = LongStream.range(0, 5)
                .mapToObj(i -> stream.from(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet)
                        .subscribe(batch -> got.addAll(batch.changes())))
                .toList();
        // all of them have found the journal empty and follow the tail
        Awaitility.await().atMost(PATIENCE).until(() -> stream.following() == readers.size());
        journal.append(List.of(change(0)));
        publish(change(0));

        Awaitility.await().atMost(PATIENCE).until(() -> got.size() == readers.size());
        readers.forEach(Disposable::dispose);
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
                stream.from(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet)
                        .subscribe();
            }

            stream.close(Duration.ofSeconds(4)).subscribe();
            clock.advanceTimeBy(Duration.ofSeconds(2));
            assertThat(stream.subscribers()).isBetween(400, 600);
            clock.advanceTimeBy(Duration.ofSeconds(2));
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
            stream.from(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet).subscribe();

            stream.close(Duration.ofSeconds(4)).subscribe();
            clock.advanceTimeBy(Duration.ofMillis(10));
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
        List<StreamBatch> items = new CopyOnWriteArrayList<>();
        subscription = stream(Duration.ofMillis(50))
                .from(Position.START, nothing, StreamForm.SSE, outlet)
                .subscribe(items::add);
        Awaitility.await().atMost(PATIENCE).until(() -> !items.isEmpty());
        journal.append(List.of(change(2)));
        publish(change(2));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> items.get(items.size() - 1).position().value() == 2);
        assertThat(items).allSatisfy(item -> assertThat(item.changes()).isEmpty());
        assertThat(items.get(0).position().value()).isEqualTo(1);
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

        Awaitility.await().atMost(PATIENCE).until(() -> seen.contains(3L));
        assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void completesItsStreamsWhenItIsClosed() {
        ChangeStream stream = stream(LONG);
        List<String> ends = new ArrayList<>();
        subscription = stream.from(Position.START, TopicFilter.ALL, StreamForm.SSE, outlet)
                .doOnComplete(() -> ends.add("completed"))
                .subscribe();
        assertThat(stream.subscribers()).isOne();

        stream.close(Duration.ZERO).block(PATIENCE);

        assertThat(ends).containsExactly("completed");
        assertThat(stream.subscribers()).isZero();
    }

    private void follow(Position start, Duration heartbeat) {
        subscription = stream(heartbeat)
                .from(start, TopicFilter.ALL, StreamForm.SSE, outlet)
                .subscribe(batch -> seen.addAll(cursors(batch)));
    }

    private ChangeStream stream(Duration heartbeat) {
        return new ChangeStream(journal, horizons, tail, heartbeat, Schedulers.boundedElastic());
    }

    private void publish(Change change) {
        tail.append(LiveChange.of(JournalEntry.of(change)), FilterFields.of(change));
    }

    private static List<Long> cursors(StreamBatch batch) {
        return batch.changes().stream().map(change -> change.cursor().value()).toList();
    }

    private static Change change(long cursor) {
        return LooseChanges.created(cursor, topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One."));
    }
}
