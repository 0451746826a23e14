package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.inbox.InboxSettings;
import org.jdfwire.fetcher.inbox.InboxSource;
import org.jdfwire.fetcher.ledger.Entry;
import org.jdfwire.fetcher.ledger.FetchLog;
import org.jdfwire.fetcher.ledger.Ledger;
import org.jdfwire.fetcher.ledger.OutcomeCounter;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Target;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.jdfwire.standalone.Warcs.Captured;
import org.jdfwire.store.rules.Chain;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.PageState;
import org.jdfwire.store.rules.Timeline;
import org.jdfwire.store.rules.TopicState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A thousand captures of two hundred pages over ten years, written by another tool, give the history that watching the
 * site would have given, in whatever order they come.
 *
 * <p>The journal is appended to only, so what differs is how it is told: a late capture is {@code topic.backfilled}, and
 * versions are numbered as they come. The same is what the journal says: for each topic the list of moments at which it
 * was there or not, said something else, and on which bytes of the page that rests; and what the store's rules take for
 * the present and for the past.
 */
class ArchiveOrderTest {
    private static final int PAGES = 200;
    private static final int CAPTURES_A_PAGE = 5;
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private static final List<Captured> CAPTURES = captures();
    private static Wire live;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void filesInAnyOrderGiveTheTopicsOfTheLiveOrder(int order) throws IOException {
        Wire wire = new Wire();

        wire.importFiles(files(order), folder);

        assertThat(wire.history()).hasSizeGreaterThan(PAGES).isEqualTo(live().history());
        assertThat(wire.topics()).isEqualTo(live().topics());
        assertThat(wire.pages()).hasSize(PAGES).isEqualTo(live().pages());
    }

    @Test
    void theSameFilesOnceMorePublishNothing() throws IOException {
        Wire wire = new Wire();
        wire.importFiles(files(2), folder);
        int published = wire.published;

        wire.importFiles(files(3), folder);

        assertThat(wire.published).isEqualTo(published);
    }

    @Test
    void filesThatComeWhileTheSiteIsWatchedDoNotRollItBack() throws IOException {
        Wire wire = new Wire();
        List<Captured> newest = new ArrayList<>(CAPTURES);
        newest.removeIf(capture -> CAPTURES.stream()
                .anyMatch(other -> canonical(other).equals(canonical(capture))
                        && other.at().isAfter(capture.at())));
        newest.forEach(wire::watch);

        wire.importFiles(files(4), folder);

        assertThat(wire.history()).isEqualTo(live().history());
        assertThat(wire.topics()).isEqualTo(live().topics());
    }

    @Test
    void theHistoryThatIsComparedHasEveryKindOfChange() {
        List<JournalHistory.Moment> moments =
                live().history().values().stream().flatMap(List::stream).toList();

        assertThat(moments).filteredOn(moment -> moment.contentHash() == null).hasSizeGreaterThan(100);
        assertThat(live().changes)
                .extracting(Change::type)
                .contains(
                        ChangeType.TOPIC_CREATED,
                        ChangeType.TOPIC_REVISED,
                        ChangeType.TOPIC_WITHDRAWN,
                        ChangeType.TOPIC_RESTORED);
        assertThat(live().rejected).isGreaterThan(20);
    }

    private Wire live() {
        if (live == null) {
            live = watched();
        }
        return live;
    }

    private Wire watched() {
        Wire wire = new Wire();
        CAPTURES.stream().sorted(Comparator.comparing(Captured::at)).forEach(wire::watch);
        return wire;
    }

    /** Writes the captures as files: in the order of time, backwards, or shuffled over ten files and within each. */
    private List<Path> files(int order) throws IOException {
        List<Captured> ordered = new ArrayList<>(CAPTURES);
        ordered.sort(Comparator.comparing(Captured::at));
        if (order == 1) {
            Collections.reverse(ordered);
        } else if (order > 1) {
            Collections.shuffle(ordered, new Random(order));
        }
        List<Path> files = new ArrayList<>();
        int size = ordered.size() / 10;
        for (int i = 0; i < 10; i++) {
            Path file = Files.createTempDirectory(folder, "files")
                    .resolve("%02d.warc%s".formatted(i, i % 2 == 0 ? ".gz" : ""));
            Warcs.write(file, ordered.subList(i * size, (i + 1) * size));
            files.add(file);
        }
        return files;
    }

    /** A page's text goes back and forth between few versions; a topic leaves and comes back; some cannot be read. */
    private static List<Captured> captures() {
        Random random = new Random(133);
        List<Captured> captures = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            int issue = 200 + page;
            for (int i = 0; i < CAPTURES_A_PAGE; i++) {
                String[] texts = new String[1 + random.nextInt(3)];
                Arrays.setAll(texts, topic -> "On October " + (1 + random.nextInt(3)) + ", a drill.");
                String url = SamplePages.url(issue);
                byte[] body = random.nextInt(20) == 0
                        ? "<html><title>Sample</title><p>Down for maintenance.".getBytes(StandardCharsets.UTF_8)
                        : SamplePages.page(issue, texts);
                captures.add(new Captured(
                        random.nextBoolean()
                                ? url
                                : url.replace("https:", "http:").replace("/en/", "/e/"),
                        FIRST.plus(Duration.ofHours(random.nextInt(100_000))),
                        body));
            }
        }
        return captures;
    }

    private static String canonical(Captured capture) {
        return Target.of(HttpUrl.parse(capture.url()), 0).url();
    }

    /** What the store's rules know of one topic. */
    private record Told(boolean gone, String content, List<Timeline.Stretch> timeline) {}

    /** Fetcher, parser and the store's rules, joined in memory. */
    private static final class Wire implements FetchLog {
        private final Map<String, FetchRecord> records = new HashMap<>();
        private final PageParser parser = new PageParser();
        private final org.jdfwire.store.rules.Ledger states =
                new org.jdfwire.store.rules.Ledger(List.of(), List.of(), List.of());
        private final Chain chain = new Chain(null, null);
        private final Ledger ledger = new Ledger(this, new OutcomeCounter(new SimpleMeterRegistry()));
        private int offset;
        private final List<Change> changes = new ArrayList<>();
        private int published;
        private int rejected;

        void watch(Captured capture) {
            Capture bytes = new Capture(capture.body(), Via.HTTP, capture.url(), 200, "text/html", null, null);
            ledger.record(List.of(new Attempt(
                    Target.of(HttpUrl.parse(capture.url()), 0),
                    "jdf",
                    "site",
                    Outcome.FETCHED,
                    null,
                    capture.at(),
                    NOW,
                    bytes,
                    List.of())));
        }

        void importFiles(List<Path> files, Path folder) throws IOException {
            for (Path file : files) {
                Path inbox = Files.createTempDirectory(folder, "inbox");
                Files.copy(file, inbox.resolve(file.getFileName()));
                InboxSource source = new InboxSource(
                        new InboxSettings("inbox", inbox, Duration.ofSeconds(1), Duration.ZERO, List.of()),
                        ledger,
                        InstantSource.fixed(NOW),
                        new SimpleMeterRegistry());
                source.prepare();
                source.step();
                source.step();
                assertThat(inbox.resolve("done").resolve(file.getFileName())).exists();
                assertThat(inbox.resolve("done").resolve(file.getFileName() + ".report.txt"))
                        .content()
                        .startsWith("100 captures, 1 records passed over, 0 broken");
            }
        }

        @Override
        public int partition(String url) {
            return 0;
        }

        @Override
        public Map<String, FetchRecord> claim(int partition) {
            return Map.copyOf(records);
        }

        @Override
        public void append(int partition, List<Entry> entries) {
            for (Entry entry : entries) {
                records.put(entry.record().url(), entry.record());
                PageFetched page = entry.page();
                if (page != null) {
                    published++;
                    // through the headers, as on Kafka
                    ParseResult result = parser.parse(PageFetched.fromHeaders(page.toHeaders()), entry.body());
                    if (result instanceof ParseResult.Parsed read) {
                        tell(read);
                    } else {
                        rejected++;
                    }
                }
            }
        }

        private void tell(ParseResult.Parsed read) {
            Instant at = read.manifest().page().fetchedAt();
            for (Topic topic : read.topics()) {
                changes.addAll(chain.append(states, new JournalEvent.TopicRead(envelope(at), topic)));
            }
            changes.addAll(chain.append(states, new JournalEvent.PageRead(envelope(at), read.manifest())));
        }

        private JournalEvent.Envelope envelope(Instant at) {
            return new JournalEvent.Envelope(Cursor.of(0, offset++, 0), "event-" + offset, NOW, at);
        }

        Map<String, List<JournalHistory.Moment>> history() {
            return JournalHistory.of(changes);
        }

        Map<String, Told> topics() {
            Map<String, Told> topics = new TreeMap<>();
            for (TopicState state : states.changedTopics()) {
                topics.put(
                        state.topic().topicId(),
                        new Told(
                                state.withdrawn(),
                                state.withdrawn() ? "" : state.topic().contentHash(),
                                state.timeline().stretches()));
            }
            return topics;
        }

        Map<String, String> pages() {
            Map<String, String> pages = new TreeMap<>();
            for (PageState state : states.changedPages()) {
                pages.put(state.page().url(), state.page().sha256() + state.topicIds());
            }
            return pages;
        }
    }
}
