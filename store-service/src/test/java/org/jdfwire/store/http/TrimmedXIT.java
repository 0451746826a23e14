package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.StoreDatabase;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What was trimmed is said, wherever somebody asks for it, and what to do next. */
class TrimmedXIT {
    private static final String GERMANY = "/v1/topics/jdf-133-topics-germany";

    private static StoreRig rig;
    private static List<JsonNode> changes;

    @BeforeAll
    static void start() {
        rig = new StoreRig().start();
        rig.send(topic(133, "france", "FR", page(133, 1, MORNING, "v1"), PARSER, "Un."));
        rig.changes(2);
        rig.send(topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One."));
        rig.changes(3);
        rig.send(topic(133, "germany", page(133, 2, NOON, "v2"), PARSER, "Two."));
        rig.changes(4);
        rig.send(topic(133, "germany", page(133, 3, EVENING, "v3"), PARSER, "Three."));
        changes = rig.changes(5);
        try (StoreDatabase database = StoreDatabase.open(rig.mongoUri())) {
            assertThat(database.trim(Instant.parse(text(4, "recordedAt")))).isOne();
        }
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream", "application/x-ndjson"})
    void aCursorBeforeTheRetainedJournalIsGoneAndTheAnswerSaysHowToGoOn(String accept) {
        JsonNode problem = gone(rig.get(rig.uri("/v1/changes?since=" + text(2, "cursor")), "Accept", accept));

        assertThat(problem.get("parameter").asString()).isEqualTo("since");
        assertThat(problem.get("earliest").asString()).isEqualTo(text(3, "cursor"));
        assertThat(problem.get("detail").asString()).contains("/v1/topics", "since=" + text(3, "cursor"));
        gone(rig.get(rig.uri("/v1/changes"), "Accept", accept, "Last-Event-ID", text(0, "cursor")));
        gone(rig.get(rig.uri("/v1/changes?since=" + text(3, "recordedAt")), "Accept", accept));
    }

    @Test
    void aReaderOfTheEarliestBeginsAfterTheLastThatWasTrimmed() {
        assertThat(rig.json("/v1/changes").get("changes").values()).containsExactly(changes.get(4));
        assertThat(rig.json("/v1/changes?since=" + text(3, "cursor"))
                        .get("changes")
                        .values())
                .containsExactly(changes.get(4));
        assertThat(rig.json("/v1/changes?since=" + text(4, "recordedAt"))
                        .get("changes")
                        .values())
                .containsExactly(changes.get(4));
    }

    @Test
    void theLatestStateOfEveryTopicStays() {
        assertThat(rig.json("/v1/topics").get("topics").size()).isEqualTo(2);
        assertThat(rig.json("/v1/topics?asOf=" + text(3, "recordedAt"))
                        .get("topics")
                        .values())
                .extracting(topic -> topic.at("/paragraphs/0").asString())
                .containsExactly("Two.", "Un.");
        assertThat(rig.json(GERMANY + "/history").get("changes").values())
                .containsExactly(changes.get(3), changes.get(4));
        assertThat(rig.json(GERMANY + "/diff").at("/fields/0/segments/0/text").asString())
                .isEqualTo("Two");
    }

    @Test
    void whatWasKnownBeforeIsGone() {
        assertThat(gone(rig.get(rig.uri("/v1/topics?asOf=" + text(2, "recordedAt"))))
                        .get("parameter")
                        .asString())
                .isEqualTo("asOf");
    }

    @Test
    void theChainIsVerifiedFromTheHorizonOn() {
        JsonNode verdict = rig.json("/v1/changes/verify");
        assertThat(verdict.get("intact").asBoolean()).isTrue();
        assertThat(verdict.get("verified").asInt()).isOne();
        gone(rig.get(rig.uri("/v1/changes/verify?from=" + text(1, "cursor"))));
    }

    private static JsonNode gone(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(410);
        JsonNode problem = Json.MAPPER.readTree(response.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:jdfwire:problem:trimmed");
        return problem;
    }

    private static String text(int change, String member) {
        return changes.get(change).get(member).asString();
    }
}
