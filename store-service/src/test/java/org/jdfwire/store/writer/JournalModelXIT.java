package org.jdfwire.store.writer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.store.Pages;
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
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever happens to pages, the store knows after each step what a simple model knows. */
class JournalModelXIT {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
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

    /** What happens next to a page; what it needs of the past is looked up when it happens. */
    private record Step(What what, int page, int which, List<Observation.Item> items) {}

    private enum What {
        NEW_TEXT,
        EDIT,
        WITHDRAW,
        RENAME,
        REORDER,
        REPLAY,
        REPARSE,
        OLDER_CAPTURE,
        CAPTURE_SUPERSEDED
    }

    @Property(tries = 2000)
    void knowsWhatTheModelKnows(@ForAll("histories") List<Step> steps) {
        Store store = new Store(Templates.of(client, "model" + databases++));
        JournalModel model = new JournalModel();
        Past past = new Past();
        List<Map.Entry<Position, Map<String, String>>> moments = new ArrayList<>();
        for (Step step : steps) {
            Observation seen = past.next(step);
            List<JournalModel.Told> told = model.observe(seen);

            assertThat(store.take(seen)).as("what the feed tells of %s", seen).isEqualTo(told);
            assertThat(store.present()).as("the state after %s", seen).isEqualTo(model.present());
            told.stream()
                    .filter(change -> !change.type().equals("issue.published"))
                    .map(JournalModel.Told::name)
                    .distinct()
                    .forEach(name ->
                            store.compareHistoryAndDiff(name, model.histories().get(name)));
            moments.add(Map.entry(store.end(), model.present()));
        }
        moments.forEach(moment -> assertThat(store.presentAt(moment.getKey()))
                .as("what was known at %s", moment.getKey())
                .isEqualTo(reversed(moment.getValue())));
        store.theChainHolds();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<List<Observation.Item>> items = Combinators.combine(
                        Arbitraries.of("germany", "france", "india", "japan"),
                        Arbitraries.of("Tea.", "Tea and talks.", "Talks.\nMore."))
                .as(Observation.Item::new)
                .list()
                .uniqueElements(Observation.Item::name)
                .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 20),
                        items)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    /** What was observed so far; turns a step into the next observation. */
    private static final class Past {
        private static final int APART = 100;

        private final List<Observation> seen = new ArrayList<>();

        Observation next(Step step) {
            List<Observation> ofPage = seen.stream()
                    .filter(observation -> observation.page() == step.page())
                    .toList();
            Observation next = ofPage.isEmpty() ? newer(step, 0, step.items()) : next(step, ofPage);
            seen.add(next);
            return next;
        }

        private Observation next(Step step, List<Observation> ofPage) {
            // a page's first observation is superseded by none
            Observation newest = ofPage.stream()
                    .filter(observation -> observation.supersededBy() == null)
                    .reduce((one, other) -> other.hour() >= one.hour() ? other : one)
                    .orElseThrow();
            int latest = ofPage.stream().mapToInt(Observation::hour).max().orElseThrow();
            List<Observation.Item> items = new ArrayList<>(newest.items());
            int at = items.isEmpty() ? 0 : step.which() % items.size();
            switch (step.what()) {
                case REPLAY -> {
                    return ofPage.get(step.which() % ofPage.size());
                }
                case REPARSE -> {
                    return new Observation(
                            newest.page(),
                            newest.version(),
                            newest.hour(),
                            newest.parser() + 1,
                            step.items(),
                            newest.supersededBy());
                }
                case OLDER_CAPTURE -> {
                    return observation(step, older(step, newest, ofPage), step.items(), null);
                }
                case CAPTURE_SUPERSEDED -> {
                    return observation(step, latest + APART, step.items(), newest.version());
                }
                case EDIT -> {
                    if (!items.isEmpty()) {
                        items.set(at, new Observation.Item(items.get(at).name(), "Edited " + step.which() + "."));
                    }
                }
                case RENAME -> {
                    if (!items.isEmpty()) {
                        items.set(
                                at,
                                new Observation.Item(
                                        "renamed-" + step.which(), items.get(at).text()));
                    }
                }
                case WITHDRAW -> {
                    if (!items.isEmpty()) {
                        items.remove(at);
                    }
                }
                case REORDER -> Collections.rotate(items, step.which());
                case NEW_TEXT -> items = step.items();
            }
            return newer(step, latest + APART, distinct(items));
        }

        /** An hour before the newest at which nothing else was observed: no page is two things at one time. */
        private static int older(Step step, Observation newest, List<Observation> ofPage) {
            int hour = newest.hour() - 1 - step.which() * APART / 7;
            Set<Integer> taken = ofPage.stream().map(Observation::hour).collect(Collectors.toSet());
            while (taken.contains(hour)) {
                hour--;
            }
            return hour;
        }

        private Observation newer(Step step, int hour, List<Observation.Item> items) {
            return observation(step, hour, items, null);
        }

        private Observation observation(Step step, int hour, List<Observation.Item> items, Integer supersededBy) {
            return new Observation(step.page(), seen.size() + 1, hour, 1, items, supersededBy);
        }

        private static List<Observation.Item> distinct(List<Observation.Item> items) {
            return List.copyOf(items.stream()
                    .collect(Collectors.toMap(
                            Observation.Item::name, item -> item, (one, other) -> one, LinkedHashMap::new))
                    .values());
        }
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
            writer = new JournalWriter(journal, new Projection(mongo), new LogPositions(mongo), new ListedChangeLog());
            writer.recover("log-1");
        }

        List<JournalModel.Told> take(Observation seen) {
            Position before = end();
            List<JournalEvent> events = new ArrayList<>();
            PageRef page = seen.ref();
            seen.items()
                    .forEach(item -> events.add(new JournalEvent.TopicRead(
                            envelope(page),
                            Pages.topic(
                                    seen.page(),
                                    item.name(),
                                    page,
                                    seen.by(),
                                    item.text().split("\n")))));
            events.add(new JournalEvent.PageRead(
                    envelope(page),
                    Pages.manifest(seen.page(), page, seen.by(), seen.names().toArray(String[]::new))));
            writer.take(events, offset - 1);
            return told(journal.read(before, END, TopicFilter.ALL, ALL));
        }

        Position end() {
            return journal.end() == null
                    ? Position.START
                    : Position.after(journal.end().cursor());
        }

        Map<String, String> present() {
            return topics.find(TopicFilter.ALL, TopicOrder.NEWEST, null, ALL).topics().stream()
                    .collect(Collectors.toMap(
                            state -> state.topic().topicId(),
                            state -> text(state.topic().paragraphs())));
        }

        List<Map.Entry<String, String>> presentAt(Position place) {
            return past.find(TopicFilter.ALL, place, null, Sort.Direction.DESC, ALL).stream()
                    .map(entry -> entry.change().topic())
                    .map(topic -> Map.entry(topic.topicId(), text(topic.paragraphs())))
                    .toList();
        }

        void compareHistoryAndDiff(String topicId, List<JournalModel.Told> expected) {
            List<JournalEntry> entries = history.read(topicId, Position.START, ALL);
            assertThat(told(entries)).as("the history of %s", topicId).isEqualTo(expected);
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

        private JournalEvent.Envelope envelope(PageRef page) {
            int at = offset++;
            return new JournalEvent.Envelope(
                    Cursor.of(0, at, 0), "event-" + at, START.plusMillis(at), page.fetchedAt());
        }

        private static String joined(List<Segment> segments, Segment.Op own) {
            return segments.stream()
                    .filter(segment -> Set.of(Segment.Op.EQUAL, own).contains(segment.op()))
                    .map(Segment::text)
                    .collect(Collectors.joining());
        }

        private static List<JournalModel.Told> told(List<JournalEntry> entries) {
            return entries.stream().map(JournalEntry::change).map(Store::told).toList();
        }

        private static JournalModel.Told told(Change change) {
            return new JournalModel.Told(
                    change.type().text(),
                    change.key(),
                    change.topic() == null ? "" : text(change.topic().paragraphs()));
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
