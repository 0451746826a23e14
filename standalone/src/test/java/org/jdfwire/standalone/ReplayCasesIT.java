package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import org.jdfwire.standalone.broker.EmbeddedBroker;
import org.jdfwire.standalone.command.Problem;
import org.jdfwire.standalone.replay.ExpectedChange;
import org.jdfwire.standalone.replay.Replay;
import org.jdfwire.standalone.replay.Summary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What a replay does with the pages that are not simple, on a real broker. */
class ReplayCasesIT {
    private static final Instant MORNING = Instant.parse("2026-11-24T06:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-24T18:00:00Z");
    private static final String FEED = "https://www.mod.go.jp/j/rss/news.xml";
    private static final String NEXT = "9.9.9";

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private PageShelf shelf;
    private final List<ExpectedChange> changes = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        int port;
        int controllerPort;
        try (Ports ports = new Ports()) {
            port = ports.free();
            controllerPort = ports.free();
        }
        broker = EmbeddedBroker.start(folder, port, controllerPort);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void openShelf() {
        shelf = new PageShelf(broker.address());
    }

    @AfterEach
    void dropDestinations() throws Exception {
        shelf.close();
        try (Admin admin = admin()) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        }
    }

    @Test
    void cutOffInTheMiddleItGoesOnWhereItStood() {
        makeDestinations();
        for (int issue = 201; issue < 501; issue++) {
            read(issue, MORNING, "On October 1, one.");
        }
        AtomicInteger pages = new AtomicInteger();
        BiFunction<PageFetched, byte[], ParseResult> parser = changed(ReplayCasesIT::withABody);

        assertThatThrownBy(() -> replay((fetched, body) -> {
                            if (pages.incrementAndGet() == 250) {
                                throw new OutOfMemoryError("as good as killed");
                            }
                            return parser.apply(fetched, body);
                        })
                        .run(changes::add))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(changes).hasSize(200);
        Summary rest = replay(parser).run(changes::add);

        assertThat(rest.answered()).isEqualTo(200);
        assertThat(rest.parsed()).isEqualTo(100);
        assertThat(types()).hasSize(300).containsOnly("topic.reparsed");
        assertThat(changes).extracting(change -> change.change().topicId()).doesNotHaveDuplicates();
    }

    @Test
    void bytesThatCameBackAreReadOnceAndWhatStoodBetweenStaysHistory() {
        makeDestinations();
        read(201, MORNING, "On October 1, A.");
        read(201, NOON, "On October 1, B.");
        read(201, EVENING, "On October 1, A.");

        Summary summary = replay(changed(ReplayCasesIT::withABody)).run(changes::add);

        assertThat(summary.parsed()).isEqualTo(1);
        assertThat(types()).containsExactly("topic.reparsed");
        assertThat(changes.get(0).change().page().version()).isEqualTo(3);
    }

    @Test
    void whatScrolledOutOfAFeedIsReadFromTheVersionItRestsOn() {
        makeDestinations();
        shelf.read(FEED, feed("a", "b"), MORNING, new PageParser()::parse);
        shelf.read(FEED, feed("b", "c"), NOON, new PageParser()::parse);
        shelf.read(FEED, feed("c", "d"), EVENING, new PageParser()::parse);

        Summary summary = replay(changed(ReplayCasesIT::withABody)).run(changes::add);

        // b stands in the first and the second, unchanged, so it rests on the first
        assertThat(summary.parsed()).isEqualTo(2);
        assertThat(types()).hasSize(4).containsOnly("topic.reparsed");
        assertThat(changes).extracting(change -> change.change().topicId()).doesNotHaveDuplicates();
    }

    @Test
    void whatAnOlderFeedSaysOfAnItemIsNoHistoryOnlyBecauseItIsReadOtherwiseNow() {
        makeDestinations();
        shelf.read(FEED, feed("a", "b"), MORNING, new PageParser()::parse);
        byte[] reworded = new String(feed("b"), StandardCharsets.UTF_8)
                .replace("news b", "news b, in other words")
                .getBytes(StandardCharsets.UTF_8);
        shelf.read(FEED.replace("news", "update"), reworded, NOON, new PageParser()::parse);

        replay(changed(ReplayCasesIT::withABody)).run(changes::add);

        assertThat(types()).containsExactly("topic.reparsed", "topic.reparsed");
    }

    @Test
    void whatIsKnownOfAPageStaysWhereItsBytesAreRefusedNow() {
        makeDestinations();
        read(201, MORNING, "On October 1, one.");
        long topicsEnd = shelf.end(Destinations.TOPICS);

        Summary summary = replay(changed(topics -> null)).run(changes::add);

        assertThat(summary.refused()).isEqualTo(1);
        assertThat(changes).isEmpty();
        assertThat(shelf.end(Destinations.TOPICS)).isEqualTo(topicsEnd);
        long rejectsEnd = shelf.end(Destinations.REJECTS);
        assertThat(rejectsEnd).isPositive();
        assertThat(replay(changed(topics -> null)).run(changes::add).answered()).isEqualTo(1);
        assertThat(shelf.end(Destinations.REJECTS)).as("said once").isEqualTo(rejectsEnd);
    }

    @Test
    void aPageThatWasRefusedIsReadWithAllThatIsNewInIt() {
        makeDestinations();
        read(201, MORNING, "On October 1, one.");
        shelf.read(SamplePages.url(201), page("On October 1, two."), NOON, changed(topics -> null));

        new Replay(broker.address(), new PageParser()::parse, PageParser.VERSION, null, silent()).run(changes::add);

        // the page's own change, which the parser before could not see
        assertThat(types()).containsExactly("topic.revised");
    }

    @Test
    void topicsThatOnlyOneOfTheParsersFindsAreCreatedOrWithdrawn() {
        makeDestinations();
        read(201, MORNING, "On October 1, one.");

        replay(changed(topics -> List.of(topics.get(0).put("topicId", "jdf-201-topics-other"))))
                .run(changes::add);

        assertThat(types()).containsExactly("topic.created", "topic.withdrawn");
        assertThat(changes)
                .allSatisfy(
                        change -> assertThat(change.change().parser().version()).isEqualTo(NEXT));
    }

    @Test
    void onlyPagesThatCameInSinceAreReadWhereATimeIsGiven() {
        makeDestinations();
        read(201, MORNING, "On October 1, one.");
        Instant between = Instant.now().plusMillis(1);
        await().atMost(Duration.ofSeconds(60)).until(() -> Instant.now().isAfter(between.plusMillis(1)));
        read(202, MORNING, "On October 1, two.");

        Summary summary = new Replay(broker.address(), changed(ReplayCasesIT::withABody), NEXT, between, silent())
                .dryRun(changes::add);

        assertThat(summary.stored()).isEqualTo(1);
        assertThat(changes).extracting(change -> change.change().page().url()).containsExactly(SamplePages.url(202));
    }

    @Test
    void namesWhatIsMissingWhereNothingWasEverStored() {
        assertThatThrownBy(() -> replay(new PageParser()::parse).dryRun(changes::add))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no jdf.pages");
    }

    private void read(int issue, Instant at, String text) {
        shelf.read(SamplePages.url(issue), SamplePages.page(issue, text), at, new PageParser()::parse);
    }

    private static byte[] page(String text) {
        return SamplePages.page(201, text);
    }

    private static byte[] feed(String... items) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- sample: invented -->\n")
                .append("<rss version=\"2.0\"><channel><title>Sample</title><link>https://www.mod.go.jp/</link>\n");
        for (String item : items) {
            xml.append("<item><title>Sample news ")
                    .append(item)
                    .append("</title><link>https://www.mod.go.jp/j/press/news/")
                    .append(item)
                    .append(".html</link></item>\n");
        }
        return xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<ObjectNode> withABody(List<ObjectNode> topics) {
        topics.forEach(topic -> topic.putArray("organizations").add("Sample Body"));
        return topics;
    }

    private static ChangedParser changed(UnaryOperator<List<ObjectNode>> rule) {
        return new ChangedParser(NEXT, rule);
    }

    /** A replay with the given parser; the version that it goes by is that of its results. */
    private Replay replay(BiFunction<PageFetched, byte[], ParseResult> parser) {
        return new Replay(broker.address(), parser, NEXT, null, silent());
    }

    private List<String> types() {
        return changes.stream().map(change -> change.change().type().text()).toList();
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** Makes them; a name that was dropped just now can take a moment to be free. */
    private static void makeDestinations() {
        try (Admin admin = admin()) {
            await().ignoreExceptions()
                    .untilAsserted(() -> admin.createTopics(Destinations.ALL.stream()
                                    .map(destination -> new NewTopic(
                                                    destination.name(), destination.partitions(), (short) 1)
                                            .configs(destination.settings()))
                                    .toList())
                            .all()
                            .get());
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.address()));
    }
}
