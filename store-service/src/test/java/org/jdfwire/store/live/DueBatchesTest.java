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
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
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
import tools.jackson.core.JacksonException;

/** What is due to a subscriber goes out in one batch. */
class DueBatchesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TopicFilter AUSTRALIA = new TopicFilter(
            Set.of(), Set.of(), Set.of(), Set.of("AU"), Set.of(), Set.of(), Set.of(), null, null, List.of());

    private final LiveTail tail = new LiveTail(64);
    private final ReadyOutlet outlet = new ReadyOutlet();
    private final List<StreamBatch> got = outlet.got();
    private MongoServer server;
    private MongoClient client;
    private TopicJournal journal;
    private ChangeStream stream;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        MongoTemplate mongo = Templates.of(client, "batches");
        journal = new TopicJournal(mongo);
        stream = stream(Duration.ofMinutes(10));
        // the first change, so that all of them stand at a place that the tail knows
        happen(0, "DE", "One.");
    }

    @AfterEach
    void stop() {
        stream.close(Duration.ZERO).block(PATIENCE);
        outlet.close();
        client.close();
        server.shutdownNow();
    }

    @Test
    void whatCameWhileTheConnectionWasBusyIsOneBatchInItsOrder() {
        follow(TopicFilter.ALL, StreamForm.SSE, outlet);
        outlet.block();
        LongStream.rangeClosed(1, 20).forEach(cursor -> happen(cursor, "DE", "Number " + cursor));
        outlet.unblock();

        awaitCursor(20);
        assertThat(got).hasSize(1);
        assertThat(cursors(got.get(0)))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        got.get(0).changes().forEach(change -> joined.writeBytes(change.sse()));
        assertThat(content(got.get(0))).isEqualTo(joined.toByteArray());
    }

    @Test
    void linesAreJoinedWithoutTheEventsAroundThem() {
        follow(TopicFilter.ALL, StreamForm.NDJSON, outlet);
        outlet.block();
        happen(1, "DE", "One.");
        happen(2, "DE", "Two.");
        outlet.unblock();

        awaitCursor(2);
        assertThat(new String(content(got.get(0)), StandardCharsets.UTF_8))
                .isEqualTo(JournalEntry.of(change(1, "DE", "One.")).json() + "\n"
                        + JournalEntry.of(change(2, "DE", "Two.")).json() + "\n");
    }

    @Test
    void thoseWhoAreDueTheSameGetTheSameObject() {
        ReadyOutlet beside = outlet.beside();
        ReadyOutlet australian = outlet.beside();
        List<StreamBatch> other = beside.got();
        List<StreamBatch> filtered = australian.got();
        follow(TopicFilter.ALL, StreamForm.SSE, outlet);
        follow(TopicFilter.ALL, StreamForm.SSE, beside);
        follow(AUSTRALIA, StreamForm.SSE, australian);
        happen(1, "DE", "One.");
        happen(2, "AU", "Two.");

        awaitCursor(2);
        Awaitility.await().atMost(PATIENCE).until(() -> other.size() == got.size() && !filtered.isEmpty());
        for (int i = 0; i < got.size(); i++) {
            assertThat(other.get(i)).isSameAs(got.get(i));
        }
        assertThat(filtered).hasSize(1);
        assertThat(cursors(filtered.get(0))).containsExactly(2L);
    }

    @Test
    void aBatchIsCompleteAtItsSize() {
        follow(TopicFilter.ALL, StreamForm.SSE, outlet);
        outlet.block();
        String large = "x".repeat(50_000);
        LongStream.rangeClosed(1, 10).forEach(cursor -> happen(cursor, "DE", large));
        outlet.unblock();

        awaitCursor(10);
        assertThat(got)
                .hasSizeGreaterThan(2)
                .allSatisfy(batch -> assertThat(content(batch).length).isLessThan(StreamBatch.ENOUGH_BYTES + 60_000));
        assertThat(got.stream().flatMap(batch -> cursors(batch).stream()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    }

    @Test
    void aConnectionThatTakesNothingHoldsNobodyUpAndMissesNothing() {
        ReadyOutlet slow = new ReadyOutlet();
        List<StreamBatch> late = slow.got();
        follow(TopicFilter.ALL, StreamForm.SSE, outlet);
        follow(TopicFilter.ALL, StreamForm.SSE, slow);
        slow.block();
        // more than the ring has
        LongStream.rangeClosed(1, 200).forEach(cursor -> happen(cursor, "DE", "Number " + cursor));
        awaitCursor(200);
        assertThat(late).isEmpty();

        slow.unblock();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        late.stream().mapToInt(batch -> batch.changes().size()).sum() == 200);
        assertThat(late.stream().flatMap(batch -> cursors(batch).stream()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        slow.close();
    }

    @Test
    void whatOnlyTheTailHasIsWaitedForAndNotLookedForWithoutEnd() {
        ChangeStream beating = stream(Duration.ofMillis(400));
        beating.follow(Position.after(new Cursor(0)), TopicFilter.ALL, StreamForm.SSE, outlet);
        Awaitility.await().atMost(PATIENCE).until(() -> beating.following() == 1);
        tail.restart();
        Change seven = change(7, "DE", "Seven.");
        tail.append(LiveChange.of(JournalEntry.of(seven)), () -> FilterFields.of(seven));
        // a heartbeat, so it neither ended nor spins on the journal
        Awaitility.await().atMost(PATIENCE).until(() -> !got.isEmpty());
        assertThat(got).allSatisfy(batch -> assertThat(batch.changes()).isEmpty());

        journal.append(List.of(change(7, "DE", "Seven.")));
        awaitCursor(7);
        beating.close(Duration.ZERO).block(PATIENCE);
    }

    @Test
    void whoseFilterAsksForWhatCannotBeReadIsCutOffAndNobodyElse() {
        ReadyOutlet australian = outlet.beside();
        follow(AUSTRALIA, StreamForm.SSE, australian);
        follow(TopicFilter.ALL, StreamForm.SSE, outlet);
        tail.append(LiveChange.of(JournalEntry.of(change(1, "DE", "One."))), () -> {
            throw new JacksonException("of a later version") {};
        });

        awaitCursor(1);
        Awaitility.await().atMost(PATIENCE).until(() -> !australian.ends().isEmpty());
        assertThat(australian.ends()).containsExactly("failed");
        assertThat(outlet.ends()).isEmpty();
        assertThat(stream.subscribers()).isOne();
    }

    private ChangeStream stream(Duration heartbeat) {
        return new ChangeStream(
                journal, new Horizons(Templates.of(client, "batches")), tail, heartbeat, Schedulers.boundedElastic());
    }

    /** Follows from the first change on, and returns when the stream follows the tail. */
    private void follow(TopicFilter filter, StreamForm form, Outlet to) {
        long before = stream.following();
        stream.follow(Position.after(new Cursor(0)), filter, form, to);
        Awaitility.await().atMost(PATIENCE).until(() -> stream.following() > before);
    }

    private void awaitCursor(long cursor) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        got.stream().flatMap(batch -> cursors(batch).stream()).anyMatch(seen -> seen == cursor));
    }

    private void happen(long cursor, String country, String text) {
        Change change = change(cursor, country, text);
        journal.append(List.of(change));
        tail.append(LiveChange.of(JournalEntry.of(change)), () -> FilterFields.of(change));
    }

    private static byte[] content(StreamBatch batch) {
        Chunk chunk = batch.chunk();
        return Arrays.copyOfRange(chunk.framed(), chunk.start(), chunk.start() + chunk.length());
    }

    private static List<Long> cursors(StreamBatch batch) {
        return batch.changes().stream().map(change -> change.cursor().value()).toList();
    }

    private static Change change(long cursor, String country, String text) {
        return LooseChanges.created(cursor, topic(133, "talks", country, page(133, 1, MORNING, "v1"), PARSER, text));
    }
}
