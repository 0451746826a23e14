package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.page.PageRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * An older state of Kafka's log was brought back, and the log says so: no cursor comes twice, and who has one that no
 * longer is a change's is told.
 */
@ExtendWith(OutputCaptureExtension.class)
class EpochXIT {
    private static final PageRef V1 = page(133, 1, MORNING, "v1");
    private static final PageRef V2 = page(133, 2, NOON, "v2");

    private final StoreRig rig = new StoreRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void cursorsAreOfALaterEpochFromThereOnAndAreSoAgainWhenMongoDbIsNew() {
        rig.start();
        rig.send(topic(133, "germany", V1, PARSER, "One."));
        rig.changes(2);
        rig.stop();
        // in one batch, so that it is divided in the middle
        rig.send(topic(133, "france", V1, PARSER, "Un."));
        rig.send(manifest(133, V1, PARSER, "germany", "france"));
        begin(new EpochBegun(0, 1, NOON));
        rig.send(topic(133, "germany", V2, PARSER, "Two."));
        begin(new EpochBegun(0, 1, NOON));
        rig.send(
                Destinations.TOPICS,
                "cursors",
                new EpochBegun(2, 3, NOON).toHeaders(),
                "junk".getBytes(StandardCharsets.UTF_8));
        rig.send(topic(133, "france", V2, PARSER, "Deux."));
        rig.start();

        List<JsonNode> changes = rig.changes(5);
        assertThat(changes).extracting(change -> cursor(change).epoch()).containsExactly(0, 0, 0, 1, 2);
        assertThat(changes).extracting(change -> cursor(change).offset()).containsExactly(0L, 0L, 1L, 4L, 7L);
        assertThat(rig.json("/v1/changes/verify").get("intact").asBoolean()).isTrue();

        rig.stop();
        rig.dropDatabase();
        rig.start();
        assertThat(rig.changes(5)).isEqualTo(changes);
        assertThat(rig.published()).hasSize(5);
    }

    @Test
    void aCursorThatIsNoChangesIsRefusedAndSaysWhereToGoOn() {
        rig.start();
        rig.send(topic(133, "germany", V1, PARSER, "One."));
        begin(new EpochBegun(0, 1, NOON));
        rig.send(topic(133, "germany", V2, PARSER, "Two."));
        List<JsonNode> changes = rig.changes(3);

        HttpResponse<String> refused = rig.get(rig.uri("/v1/changes?since=" + Cursor.of(0, 17, 0)));
        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = Json.MAPPER.readTree(refused.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:jdfwire:problem:unknown-cursor");
        String before = problem.get("before").asString();
        assertThat(before).isEqualTo(changes.get(1).get("cursor").asString());
        assertThat(problem.get("detail").asString()).contains("/v1/topics", "since=" + before);
        assertThat(rig.json("/v1/changes?since=" + before).get("changes").values())
                .containsExactly(changes.get(2));
        assertThat(rig.get(
                                rig.uri("/v1/changes"),
                                "Accept",
                                "text/event-stream",
                                "Last-Event-ID",
                                Cursor.of(0, 17, 0).toString())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aJournalThatIsAheadOfItsLogTakesNothingAndSaysWhy(CapturedOutput output) {
        rig.start();
        rig.send(topic(133, "germany", V1, PARSER, "One."));
        rig.changes(2);
        rig.stop();
        setOffset(100);
        rig.start();
        rig.send(topic(133, "germany", V2, PARSER, "Two."));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        output.getAll().contains("The journal goes on at offset 101 of jdf.topics, which ends at "));

        rig.stop();
        setOffset(0);
        rig.start();
        assertThat(rig.changes(3).get(2).get("type").asString()).isEqualTo("topic.revised");
    }

    private void setOffset(long offset) {
        rig.withDatabase(database -> database.getCollection("journal")
                .updateOne(Filters.eq("_id", Destinations.TOPICS), Updates.set("offset", offset)));
    }

    private void begin(EpochBegun begun) {
        rig.send(Destinations.TOPICS, "cursors", begun.toHeaders(), Json.bytes(begun));
    }

    private static Cursor cursor(JsonNode change) {
        return Cursor.parse(change.get("cursor").asString());
    }
}
