package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What can be asked of the journal: a topic's history, what differs, what was known, and whether the chain holds. */
class JournalQueriesXIT {
    private static final PageRef V1 = page(133, 1, MORNING, "v1");
    private static final PageRef V2 = page(133, 2, NOON, "v2");
    private static final PageRef V3 = page(133, 3, EVENING, "v3");
    private static final String GERMANY = "/v1/topics/jdf-133-topics-germany";

    private static StoreRig rig;
    private static List<JsonNode> changes;

    @BeforeAll
    static void start() {
        rig = new StoreRig().start();
        rig.send(topic(133, "germany", V1, PARSER, "One <b>."));
        rig.send(topic(133, "france", "FR", V1, PARSER, "Un."));
        rig.send(manifest(133, V1, PARSER, "germany", "france"));
        rig.changes(3);
        rig.send(topic(133, "germany", V2, PARSER, "Two <b>."));
        rig.send(manifest(133, V2, PARSER, "germany"));
        rig.changes(5);
        rig.send(topic(133, "germany", V3, PARSER, "Three <b>."));
        changes = rig.changes(6);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void aTopicsHistoryIsItsChangesPageByPage() {
        List<JsonNode> history = new ArrayList<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            JsonNode page = rig.json(GERMANY + "/history?limit=2" + next);
            page.get("changes").values().forEach(history::add);
            next = page.has("next") ? "&page=" + page.get("next").asString() : null;
            pages++;
        }

        assertThat(pages).isEqualTo(2);
        assertThat(history).containsExactly(changes.get(1), changes.get(3), changes.get(5));
        assertThat(rig.json(GERMANY + "/history?limit=3").has("next")).isFalse();
    }

    @Test
    void aDiffIsOfTheLastChangeAndTheOneBeforeUnlessItIsSaid() {
        JsonNode diff = rig.json(GERMANY + "/diff");
        assertThat(diff.at("/from/cursor")).isEqualTo(changes.get(3).get("cursor"));
        assertThat(diff.at("/to/cursor")).isEqualTo(changes.get(5).get("cursor"));
        assertThat(diff.get("fields").toString())
                .isEqualTo("[{\"name\":\"paragraphs\",\"segments\":[{\"op\":\"delete\",\"text\":\"Two\"},"
                        + "{\"op\":\"insert\",\"text\":\"Three\"},{\"op\":\"equal\",\"text\":\" <b>.\"}]}]");

        JsonNode first = rig.json(GERMANY + "/diff?from=" + cursor(1) + "&to=" + cursor(3));
        assertThat(first.at("/fields/0/segments/0/text").asString()).isEqualTo("One");
        assertThat(rig.json(GERMANY + "/diff?to=" + cursor(1)).has("from")).isFalse();
        assertThat(rig.json(GERMANY + "/diff?from=" + cursor(1)).at("/to/cursor"))
                .isEqualTo(changes.get(5).get("cursor"));
    }

    @Test
    void aDiffForPeopleIsTextOrHtmlThatIsEscaped() {
        HttpResponse<String> text = rig.get(rig.uri(GERMANY + "/diff"), "Accept", "text/plain");
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(text.body()).contains("[-Two-]{+Three+} <b>.");

        HttpResponse<String> html = rig.get(rig.uri(GERMANY + "/diff"), "Accept", "text/html");
        assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(html.body())
                .contains("<del>Two</del><ins>Three</ins> &lt;b&gt;.")
                .doesNotContain("<b>");
    }

    @Test
    void whatWasKnownAtATimeIsWhatHadBeenRecordedByThen() {
        assertThat(paragraphs("/v1/topics?asOf=" + recordedAt(2))).containsExactly("Un.", "One <b>.");
        assertThat(paragraphs("/v1/topics?sort=updated&asOf=" + recordedAt(2))).containsExactly("One <b>.", "Un.");
        assertThat(paragraphs("/v1/topics?asOf=" + recordedAt(4))).containsExactly("Two <b>.");
        assertThat(paragraphs("/v1/topics?country=FR&asOf=" + recordedAt(2))).containsExactly("Un.");
        assertThat(paragraphs("/v1/topics?country=FR&asOf=" + recordedAt(4))).isEmpty();
        assertThat(paragraphs("/v1/topics?asOf=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(rig.json("/v1/topics?asOf=2999-01-01T00:00:00Z")).isEqualTo(rig.json("/v1/topics"));
    }

    @Test
    void whatWasKnownComesPageByPage() {
        String query = "/v1/topics?limit=1&asOf=" + recordedAt(2);
        JsonNode first = rig.json(query);
        String next = "&page=" + first.get("next").asString();

        assertThat(first.at("/topics/0/paragraphs/0").asString()).isEqualTo("Un.");
        assertThat(paragraphs(query + next)).containsExactly("One <b>.");
        assertThat(rig.json(query + next).has("next")).isFalse();
        assertThat(rig.get(rig.uri("/v1/topics?asOf=2020-01-01T00:00:00Z" + next))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theChainOfARangeIsVerified() {
        JsonNode whole = rig.json("/v1/changes/verify");
        assertThat(whole.toString())
                .isEqualTo("{\"intact\":true,\"verified\":6,\"from\":\"" + cursor(0) + "\",\"to\":\"" + cursor(5)
                        + "\",\"hash\":\"" + changes.get(5).get("hash").asString() + "\"}");
        JsonNode range = rig.json("/v1/changes/verify?from=" + cursor(2) + "&to=" + cursor(3));
        assertThat(range.get("verified").asInt()).isEqualTo(2);
    }

    @Test
    void aChangeThatWasAlteredIsNamed() {
        Document which =
                new Document("_id", Long.valueOf(changes.get(2).get("cursor").asString()));
        String json = changes.get(2).toString();
        set(which, json.replace("Un.", "Deux."));
        try {
            JsonNode verdict = rig.json("/v1/changes/verify");
            assertThat(verdict.get("intact").asBoolean()).isFalse();
            assertThat(verdict.get("verified").asInt()).isEqualTo(2);
            assertThat(verdict.at("/firstBreak/cursor").asString()).isEqualTo(cursor(2));
            assertThat(verdict.at("/firstBreak/member").asString()).isEqualTo("hash");
            assertThat(verdict.at("/firstBreak/found")).isEqualTo(changes.get(2).get("hash"));
        } finally {
            set(which, json);
        }
    }

    private static void set(Document which, String json) {
        rig.withDatabase(database ->
                database.getCollection("changes").updateOne(which, new Document("$set", new Document("json", json))));
    }

    private static String cursor(int index) {
        return changes.get(index).get("cursor").asString();
    }

    private static Instant recordedAt(int index) {
        return Instant.parse(changes.get(index).get("recordedAt").asString());
    }

    private static List<String> paragraphs(String path) {
        return rig.json(path).get("topics").values().stream()
                .map(topic -> topic.at("/paragraphs/0").asString())
                .toList();
    }
}
