package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The store as a whole: events on Kafka in, feeds out. */
class StoreXIT {
    private static final PageRef V1 = page(133, 1, MORNING, "v1");
    private static final PageRef V2 = page(133, 2, NOON, "v2");
    private static final PageRef V3 = page(133, 3, EVENING, "v3");
    private static final String GERMANY = "jdf-133-topics-germany";
    private static final String FRANCE = "jdf-133-topics-france";

    private StoreRig rig;

    @BeforeEach
    void start() {
        rig = new StoreRig().start("store.heartbeat=300ms");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void tellsTheStoryOfAPageInEveryForm() throws FeedException {
        sendFirstVersion();
        rig.send(topic(133, "germany", V2, PARSER, "One, corrected."));
        rig.send(manifest(133, V2, PARSER, "germany"));
        rig.send(topic(133, "germany", V3, PARSER, "One, corrected."));
        rig.send(topic(133, "france", V3, PARSER, "Un."));
        rig.send(manifest(133, V3, PARSER, "germany", "france"));
        rig.changes(6);

        assertThat(types("/v1/changes"))
                .containsExactly(
                        "issue.published",
                        "topic.created",
                        "topic.created",
                        "topic.revised",
                        "topic.withdrawn",
                        "topic.restored");
        assertThat(types("/v1/changes?type=topic.revised&type=topic.withdrawn&country=DE"))
                .containsExactly("topic.revised", "topic.withdrawn");
        theChainHolds();

        JsonNode topics = rig.json("/v1/topics?limit=1&sort=updated");
        JsonNode more = rig.json(
                "/v1/topics?limit=1&sort=updated&page=" + topics.get("next").asString());
        assertThat(topics.at("/topics/0/topicId").asString()).isEqualTo(GERMANY);
        assertThat(more.at("/topics/0/topicId").asString()).isEqualTo(FRANCE);
        assertThat(more.has("next")).isFalse();

        assertThat(rig.json("/v1/issues").at("/issues/0"))
                .hasToString("{\"publication\":\"jdf\",\"number\":133,\"month\":\"2026-02\",\"firstSeenAt\":\""
                        + MORNING + "\",\"sections\":[\"topics\"],\"topicCount\":2}");
        assertThat(rig.json("/v1/issues/133").get("topics").size()).isEqualTo(2);

        HttpResponse<String> atom = rig.get(rig.uri("/feeds/topics.atom"));
        SyndFeed feed = new SyndFeedInput().build(new StringReader(atom.body()));
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("tag:jdfwire.org,2026:topic:" + FRANCE, "tag:jdfwire.org,2026:topic:" + GERMANY);
        HttpResponse<String> again = rig.get(
                rig.uri("/feeds/topics.atom"),
                "If-None-Match",
                atom.headers().firstValue("etag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(rig.published())
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(
                        rig.changes(6).stream().map(JsonNode::toString).toList());
    }

    @Test
    void showsTheLastStateOfAWithdrawnTopicAndSaysSo() {
        sendFirstVersion();
        rig.send(manifest(133, V2, PARSER, "france"));
        rig.changes(4);

        assertThat(rig.json("/v1/topics/" + GERMANY).get("withdrawn").asBoolean())
                .isTrue();
        assertThat(rig.json("/v1/topics/" + FRANCE).has("withdrawn")).isFalse();
        assertThat(rig.json("/v1/topics").at("/topics/0/topicId").asString()).isEqualTo(FRANCE);
        assertThat(rig.json("/v1/issues").at("/issues/0/topicCount").asInt()).isOne();
    }

    @Test
    void aStreamThatIsResumedMissesAndRepeatsNothing() {
        sendFirstVersion();
        List<JsonNode> changes = rig.changes(3);
        List<SseClient.Event> first;
        try (SseClient client = new SseClient(rig.uri("/v1/changes?since=earliest"))) {
            first = client.changes(2).subList(0, 2);
        }

        try (SseClient client =
                new SseClient(rig.uri("/v1/changes?since=earliest"), last(first).id())) {
            assertThat(client.changes(1))
                    .extracting(SseClient.Event::id)
                    .containsExactly(changes.get(2).get("cursor").asString());
            rig.send(topic(133, "germany", V2, PARSER, "One, corrected."));
            SseClient.Event live = last(client.changes(2));
            assertThat(live.type()).isEqualTo("topic.revised");
            assertThat(live.data()).isEqualTo(rig.changes(4).get(3).toString());
            assertThat(client.heartbeat().id()).isEqualTo(live.id());
        }
    }

    @Test
    void aRestartGoesOnWhereItStopped() {
        sendFirstVersion();
        List<JsonNode> before = rig.changes(3);
        rig.stop();
        rig.send(topic(133, "germany", V2, PARSER, "One, corrected."));
        rig.start("store.heartbeat=300ms");

        List<JsonNode> after = rig.changes(4);
        assertThat(after.subList(0, 3)).isEqualTo(before);
        assertThat(after).hasSize(4);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rig.published()).hasSize(4));
        theChainHolds();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteThatFailsIsMadeUpForWhileTheStoreRuns(BreakingBackend.Break manner) {
        rig.send(topic(133, "germany", V1, PARSER, "One."));
        rig.changes(2);
        assumeTrue(rig.breakMongo(1, manner), "a real MongoDB cannot be broken");
        rig.send(topic(133, "germany", V2, PARSER, "One, corrected."));
        rig.send(topic(133, "france", V2, PARSER, "Un."));

        assertThat(rig.changes(4)).hasSize(4);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rig.published()).hasSize(4));
        theChainHolds();
        assertThat(rig.json("/v1/topics/" + GERMANY).at("/paragraphs/0").asString())
                .isEqualTo("One, corrected.");
    }

    @Test
    void aRebuildFromKafkaGivesTheSameChangesAndPublishesNoneAgain() {
        rig.send(new PageRejected(RejectReason.EMPTY, "no bytes", V1, PARSER));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rig.json("/v1/rejects").get("rejects").size() == 1);
        sendFirstVersion();
        rig.send(topic(133, "germany", V2, PARSER, "One, corrected."));
        List<JsonNode> before = rig.changes(4);
        rig.stop();
        rig.dropDatabase();
        rig.start("store.heartbeat=300ms");

        assertThat(rig.changes(4)).isEqualTo(before);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rig.json("/v1/rejects").get("rejects").size() == 1);
        rig.send(topic(133, "germany", V3, PARSER, "One, corrected again."));
        assertThat(rig.changes(5)).hasSize(5);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rig.published()).hasSize(5));
    }

    @Test
    void anEventThatCannotBeReadStopsNothing() {
        rig.send(Destinations.TOPICS, "junk", Map.of(), "not json".getBytes(StandardCharsets.UTF_8));
        rig.send(
                Destinations.TOPICS,
                "junk",
                topic(133, "germany", V1, PARSER, "One.").toHeaders(),
                new byte[] {'{'});
        sendFirstVersion();

        assertThat(rig.changes(3)).hasSize(3);
        assertThat(rig.get(rig.management("/actuator/prometheus")).body())
                .contains("jdfwire_stage_rejected_total{stage=\"store\"} 2.0");
    }

    @Test
    void listsRejectedPagesTheNewestFirst() {
        rig.send(new PageRejected(RejectReason.EMPTY, "no bytes", V1, PARSER));
        rig.send(new PageRejected(RejectReason.NO_TOPICS, "no heading", V2, PARSER));
        rig.send(new PageRejected(RejectReason.NO_TOPICS, "no heading", V2, PARSER));
        JsonNode first = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rig.json("/v1/rejects?limit=1"), list -> list.has("next"));

        JsonNode second = rig.json("/v1/rejects?page=" + first.get("next").asString());
        assertThat(first.at("/rejects/0/reason").asString()).isEqualTo("no-topics");
        assertThat(second.get("rejects").size()).isOne();
        assertThat(second.at("/rejects/0/detail").asString()).isEqualTo("no bytes");
        assertThat(second.at("/rejects/0/page/version").asInt()).isOne();
    }

    @Test
    void aLongPollWaitsForTheNextChange() {
        sendFirstVersion();
        rig.changes(3);
        String next = rig.json("/v1/changes?since=now").get("next").asString();
        try (SseClient client = new SseClient(rig.uri("/v1/changes?since=" + next))) {
            client.heartbeat();
            rig.send(topic(133, "germany", V2, PARSER, "One, corrected."));

            assertThat(rig.json("/v1/changes?wait=30&since=" + next)
                            .get("changes")
                            .size())
                    .isOne();
            assertThat(client.changes(1)).hasSize(1);
        }
    }

    private void sendFirstVersion() {
        rig.send(topic(133, "germany", V1, PARSER, "One."));
        rig.send(topic(133, "france", V1, PARSER, "Un."));
        rig.send(manifest(133, V1, PARSER, "germany", "france"));
    }

    private List<String> types(String path) {
        return rig.json(path).get("changes").values().stream()
                .map(change -> change.get("type").asString())
                .toList();
    }

    private void theChainHolds() {
        String previous = Change.NO_HASH;
        for (JsonNode change : rig.json("/v1/changes?limit=1000").get("changes").values()) {
            assertThat(change.get("previousHash").asString()).isEqualTo(previous);
            previous = change.get("hash").asString();
            assertThat(Change.hashOf(
                            (ObjectNode) change, change.get("previousHash").asString()))
                    .isEqualTo(previous);
        }
    }

    private static SseClient.Event last(List<SseClient.Event> events) {
        return events.get(events.size() - 1);
    }
}
