package org.jdfwire.store.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.Templates;
import org.jdfwire.store.diff.Segment;
import org.jdfwire.store.diff.TopicDiff;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.ChainCheck;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.PastTopics;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicHistory;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.query.TopicFinder;
import org.jdfwire.store.query.TopicOrder;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.writer.PastOfPages.Step;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever happens to pages, the store knows after each step what a simple model knows. */
class JournalModelXIT {
    private static final Cursor END = new Cursor(Long.MAX_VALUE);
    private static final int ALL = 1000;

    private static MongoServer server;
    private static MongoClient client;
    private static int databases;

    @BeforeContainer
    static void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
    }

    @AfterContainer
    static void stop() {
        client.close();
        server.shutdownNow();
    }

    @Property(tries = 2000)
    void knowsWhatTheModelKnows(@ForAll("histories") List<Step> steps) {
        Store store = new Store(Templates.of(client, "model" + databases++));
        JournalModel model = new JournalModel();
        PastOfPages past = new PastOfPages();
        List<Map.Entry<Position, Map<String, String>>> moments = new ArrayList<>();
        for (Step step : steps) {
            Observation seen = past.next(step);
            if (seen == null) {
                continue;
            }
            List<JournalModel.Told> told = model.observe(seen);

            assertThat(store.take(seen)).as("what the feed tells of %s", seen).isEqualTo(told);
            assertThat(store.present()).as("the state after %s", seen).isEqualTo(reversed(model.present()));
            told.stream()
                    .filter(change -> !change.type().equals("issue.published"))
                    .map(JournalModel.Told::name)
                    .distinct()
                    .forEach(name -> {
                        store.compareHistoryAndDiff(name, model.told(name));
                        assertThat(store.moments(name))
                                .as("what %s said when", name)
                                .isEqualTo(model.history(name));
                    });
            moments.add(Map.entry(store.end(), model.present()));
        }
        moments.forEach(moment -> assertThat(store.presentAt(moment.getKey()))
                .as("what was known at %s", moment.getKey())
                .isEqualTo(reversed(moment.getValue())));
        store.theChainHolds();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return PastOfPages.histories(9);
    }

    /** The store, asked in the model's words. */
    private static final class Store {
        private final TopicJournal journal;
        private final TopicHistory history;
        private final PastTopics past;
        private final TopicFinder topics;
        private final ChainCheck chain;
        private final JournalWriter writer;
        private int offset;

        Store(MongoTemplate mongo) {
            journal = new TopicJournal(mongo);
            history = new TopicHistory(mongo);
            past = new PastTopics(mongo);
            topics = new TopicFinder(mongo);
            chain = new ChainCheck(mongo);
            writer = new JournalWriter(
                    journal, new Projection(mongo), new LogPositions(mongo), new ListedChangeLog(), epoch -> epoch);
            writer.recover("log-1");
        }

        List<JournalModel.Told> take(Observation seen) {
            Position before = end();
            List<JournalEvent> events = seen.events(offset);
            offset += events.size();
            writer.take(events, offset - 1);
            return ReadChanges.told(changes(journal.read(before, END, TopicFilter.ALL, ALL)));
        }

        Position end() {
            return journal.end() == null
                    ? Position.START
                    : Position.after(journal.end().cursor());
        }

        List<Map.Entry<String, String>> present() {
            return topics.find(TopicFilter.ALL, TopicOrder.NEWEST, null, ALL).topics().stream()
                    .map(state -> Map.entry(
                            state.topic().topicId(), text(state.topic().paragraphs())))
                    .toList();
        }

        List<JournalModel.Moment> moments(String topicId) {
            return ReadChanges.history(changes(history.read(topicId, Position.START, ALL)));
        }

        List<Map.Entry<String, String>> presentAt(Position place) {
            return past.find(TopicFilter.ALL, place, null, Sort.Direction.DESC, ALL).stream()
                    .map(entry -> entry.change().topic())
                    .map(topic -> Map.entry(topic.topicId(), text(topic.paragraphs())))
                    .toList();
        }

        void compareHistoryAndDiff(String topicId, List<JournalModel.Told> expected) {
            List<JournalEntry> entries = history.read(topicId, Position.START, ALL);
            assertThat(ReadChanges.told(changes(entries)))
                    .as("the history of %s", topicId)
                    .isEqualTo(expected);
            JournalEntry last = history.last(topicId);
            JournalEntry before = history.before(topicId, last.cursor());
            TopicDiff diff = TopicDiff.between(before == null ? null : before.change(), last.change());
            String after = expected.get(expected.size() - 1).text();
            String earlier =
                    before == null ? "" : expected.get(expected.size() - 2).text();
            List<Segment> segments = diff.fields().stream()
                    .filter(field -> field.name().equals("paragraphs"))
                    .findFirst()
                    .map(TopicDiff.Field::segments)
                    .orElse(List.of(new Segment(Segment.Op.EQUAL, after)));
            assertThat(joined(segments, Segment.Op.DELETE)).isEqualTo(earlier);
            assertThat(joined(segments, Segment.Op.INSERT)).isEqualTo(after);
        }

        void theChainHolds() {
            ChainCheck.Verdict verdict = chain.check(Position.START, END, Long.MAX_VALUE);
            assertThat(verdict.firstBreak()).isNull();
            assertThat(Position.after(verdict.last() == null ? new Cursor(0) : verdict.last()))
                    .isEqualTo(end());
        }

        private static String joined(List<Segment> segments, Segment.Op own) {
            return segments.stream()
                    .filter(segment -> Set.of(Segment.Op.EQUAL, own).contains(segment.op()))
                    .map(Segment::text)
                    .collect(Collectors.joining());
        }

        private static List<Change> changes(List<JournalEntry> entries) {
            return entries.stream().map(JournalEntry::change).toList();
        }

        private static String text(List<String> paragraphs) {
            return String.join("\n", paragraphs);
        }
    }

    /** The model has what changed last at the end, the store's lists begin with it. */
    private static List<Map.Entry<String, String>> reversed(Map<String, String> present) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        present.forEach((name, text) -> entries.add(0, Map.entry(name, text)));
        return entries;
    }
}
