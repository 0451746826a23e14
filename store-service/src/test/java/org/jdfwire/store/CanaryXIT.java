package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.canary.CanaryPage;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Marked events on Kafka in, an arrival out, and nothing else. */
class CanaryXIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final PageRef page = Pages.page(999, 7, Instant.now().truncatedTo(ChronoUnit.MILLIS), "canary");
    private final Topic topic = Pages.topic(999, "sample", page, Pages.PARSER, "A sample.");
    private final PageParsed manifest = Pages.manifest(999, page, Pages.PARSER, "sample");
    private StoreRig rig;

    @BeforeEach
    void start() {
        rig = new StoreRig().start("store.heartbeat=200ms");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void anArrivalIsToldToOperatorsAndInHeartbeatsAndNoReaderSeesTheTopic() {
        try (SseClient client = new SseClient(rig.uri("/v1/changes"))) {
            assertThat(client.heartbeat().data()).isEqualTo("{}");
            sendCanary(topic.contentHash());

            Awaitility.await().atMost(LONG).until(() -> rig.json("/v1/sources").has("canary"));
            String arrived = rig.json("/v1/sources").at("/canary/lastArrivalAt").asString();
            Awaitility.await()
                    .atMost(LONG)
                    .until(() -> client.heartbeat().data().equals("{\"canary\":\"" + arrived + "\"}"));
            assertThat(client.heartbeat().id()).isEmpty();
        }
        assertThat(rig.json("/v1/changes").get("changes").isEmpty()).isTrue();
        assertThat(rig.json("/v1/topics").get("topics").isEmpty()).isTrue();
        assertThat(rig.json("/v1/issues").get("issues").isEmpty()).isTrue();
        assertThat(rig.get(rig.uri("/v1/pages/" + Json.sha256(CanaryPage.body())))
                        .statusCode())
                .isEqualTo(404);
        assertThat(rig.published()).isEmpty();
        assertThat(rig.published(Destinations.CANARIES)).hasSize(1);
        assertThat(metrics())
                .contains("jdfwire_canary_arrivals_total 1.0")
                .contains("jdfwire_stage_in_total{stage=\"store\"} 0.0")
                .contains("jdfwire_stage_in_total{stage=\"archive\"} 0.0");
    }

    @Test
    void aWrongOneAndARefusedOneAreFailuresThatNoListShows() {
        sendCanary(Json.hash("promised"));
        PageRejected reject = new PageRejected(RejectReason.EMPTY, "no bytes", page, Pages.PARSER);
        rig.send(Destinations.REJECTS, page.url(), marked(reject.toHeaders(), topic.contentHash()), Json.bytes(reject));

        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(metrics())
                        .contains("jdfwire_canary_failures_total{reason=\"wrong_topics\"} 1.0")
                        .contains("jdfwire_canary_failures_total{reason=\"rejected\"} 1.0"));
        assertThat(rig.json("/v1/rejects").get("rejects").isEmpty()).isTrue();
        assertThat(rig.json("/v1/sources").has("canary")).isFalse();
        assertThat(rig.published(Destinations.CANARIES)).isEmpty();
    }

    private void sendCanary(String mark) {
        PageFetched fetched = PageFetched.fromHeaders(CanaryPage.headers(Instant.now()));
        rig.send(
                Destinations.PAGES,
                fetched.page().url(),
                CanaryPage.headers(fetched.page().fetchedAt()),
                CanaryPage.body());
        rig.send(Destinations.TOPICS, page.url(), marked(topic.toHeaders(), mark), Json.bytes(topic));
        rig.send(Destinations.TOPICS, page.url(), marked(manifest.toHeaders(), mark), Json.bytes(manifest));
    }

    private String metrics() {
        return rig.get(rig.management("/actuator/prometheus")).body();
    }

    private static Map<String, String> marked(Map<String, String> headers, String mark) {
        Map<String, String> marked = new LinkedHashMap<>(headers);
        marked.put("ce_canary", mark);
        return marked;
    }
}
