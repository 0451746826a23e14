package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;
import static org.jdfwire.store.webhook.Receiver.status;

import com.standardwebhooks.Webhook;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.store.StoreRig;
import org.jdfwire.store.webhook.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Webhooks through the real server: made, sent, looked at, moved and deleted. */
class SubscriptionsXIT {
    private static final String PATH = "/v1/subscriptions";
    private static final String KEY =
            "store.webhooks.key=" + Base64.getEncoder().encodeToString(new byte[32]);

    private final Receiver receiver = new Receiver();
    private StoreRig rig;
    private String token;

    @BeforeEach
    void start() {
        rig = new StoreRig().start(settings(KEY));
        token = rig.token("ops");
    }

    @AfterEach
    void stop() {
        rig.close();
        receiver.close();
    }

    @Test
    void sendsWhatIsPublishedAfterItWasMadeAndNothingElse() throws Exception {
        publish(1, "before");
        int before = rig.changes(2).size();
        JsonNode made = make("{\"url\":\"" + receiver.url() + "\",\"filter\":{\"type\":\"topic.created\"}}");
        publish(2, "after");
        int after = rig.changes(before + 1).size();

        await(() -> assertThat(receiver.requests()).hasSize(1));
        Receiver.Request request = receiver.requests().get(0);
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        new Webhook(made.get("secret").asString()).verify(request.text(), headers);
        JsonNode last = rig.changes(after).get(after - 1);
        assertThat(Json.MAPPER.readTree(request.body()).get("data")).isEqualTo(last);
        assertThat(request.id())
                .isEqualTo("msg_" + made.get("id").asString() + '_'
                        + last.get("cursor").asString());
        await(() -> assertThat(rig.get(rig.management("/actuator/prometheus")).body())
                .contains("jdfwire_webhook_deliveries_total{outcome=\"delivered\"} 1.0")
                .contains("jdfwire_webhook_subscriptions{state=\"active\"} 1.0"));
        assertThat(receiver.requests()).hasSize(1);
    }

    @Test
    void everyRequestNeedsAToken() {
        String id = make("{\"url\":\"" + receiver.url() + "\"}").get("id").asString();

        assertThat(rig.get(rig.uri("/v1/topics")).statusCode())
                .as("reading is open")
                .isEqualTo(200);
        for (String path : new String[] {"", "/", "/" + id, "/" + id + "/deliveries", "/dry-run"}) {
            assertThat(rig.get(rig.uri(PATH + path)).statusCode()).as(path).isEqualTo(401);
        }
        for (String path : new String[] {"", "/" + id + "/test", "/" + id + "/pause", "/" + id + "/rotate"}) {
            assertThat(rig.send(HttpRequest.newBuilder(rig.uri(PATH + path))
                                    .POST(BodyPublishers.noBody())
                                    .build())
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(receiver.contacts()).isZero();
    }

    @Test
    void theSecretIsShownOnceAndIsNotInTheDatabase() {
        JsonNode made = make("{\"url\":\"" + receiver.url() + "\",\"description\":\"a test\"}");
        String secret = made.get("secret").asString();
        String id = made.get("id").asString();
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");

        assertThat(ask("GET", "", "").body()).contains(id).doesNotContain("whsec_");
        assertThat(ask("GET", "/" + id, "").body())
                .contains("\"description\":\"a test\"")
                .doesNotContain("whsec_");
        rig.withDatabase(database -> {
            for (String collection : database.listCollectionNames()) {
                for (Document document : database.getCollection(collection).find()) {
                    assertThat(document.toJson()).doesNotContain(secret).doesNotContain(secret.substring(6));
                }
            }
        });
        JsonNode rotated = json(ask("POST", "/" + id + "/rotate?overlapHours=1", ""), 200);
        assertThat(rotated.get("secret").asString()).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(rotated.get("secrets").values()).hasSize(2);
        assertThat(rotated.get("secrets").get(1).has("until")).isTrue();
    }

    @Test
    void isTestedPausedResumedReplayedAndDeleted() {
        publish(1, "first");
        publish(2, "second");
        rig.changes(3);
        String id = make("{\"url\":\"" + receiver.url() + "\",\"since\":\"now\"}")
                .get("id")
                .asString();

        JsonNode test = json(ask("POST", "/" + id + "/test", ""), 200);
        assertThat(test.get("outcome").asString()).isEqualTo("delivered");
        assertThat(receiver.requests().get(0).text())
                .startsWith("{\"type\":\"test\",")
                .endsWith("\"data\":{\"subscription\":\"" + id + "\"}}");
        receiver.next(status("301 Moved", "Location: http://127.0.0.1:1/\r\n"));
        assertThat(json(ask("POST", "/" + id + "/test", ""), 200).toString())
                .isEqualTo("{\"outcome\":\"redirected\",\"status\":301,\"detail\":\"status 301, Location:"
                        + " http://127.0.0.1:1/ (expected: no redirect)\"}");

        JsonNode paused = json(ask("POST", "/" + id + "/pause", ""), 200);
        assertThat(paused.get("state").asString()).isEqualTo("paused");
        assertThat(paused.get("reason").asString()).isEqualTo("by ops");
        publish(3, "third");
        int all = rig.changes(4).size();
        assertThat(json(ask("POST", "/" + id + "/resume", ""), 200).has("reason"))
                .isFalse();
        await(() -> assertThat(receiver.requests()).hasSize(2 + all - 3));

        json(ask("POST", "/" + id + "/replay", "{\"since\":\"earliest\"}"), 200);
        await(() -> assertThat(receiver.requests()).hasSize(2 + all - 3 + all));
        await(() -> assertThat(json(ask("GET", "/" + id, ""), 200).get("since").asString())
                .isEqualTo(rig.changes(all).get(all - 1).get("cursor").asString()));
        List<JsonNode> deliveries = List.copyOf(json(ask("GET", "/" + id + "/deliveries?limit=2", ""), 200)
                .get("deliveries")
                .values());
        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.get(0).get("webhookId").asString())
                .isEqualTo(receiver.ids().get(receiver.ids().size() - 1));
        assertThat(deliveries.get(0).get("outcome").asString()).isEqualTo("delivered");
        assertThat(deliveries.get(0).get("status").asInt()).isEqualTo(204);

        assertThat(ask("DELETE", "/" + id, "").statusCode()).isEqualTo(204);
        assertThat(ask("DELETE", "/" + id, "").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void aDryRunTellsWhatAFilterWouldHaveSent() {
        publish(1, "first");
        publish(2, "second");
        List<JsonNode> changes = rig.changes(3);
        String id = make("{\"url\":\"" + receiver.url() + "\",\"filter\":{\"type\":[\"topic.created\"],\"q\":\"v2\"}}")
                .get("id")
                .asString();

        JsonNode all = json(ask("GET", "/dry-run?days=1", ""), 200);
        assertThat(List.copyOf(all.get("changes").values())).isEqualTo(changes);
        assertThat(all.get("complete").asBoolean()).isTrue();
        assertThat(json(ask("GET", "/dry-run?days=1&limit=1", ""), 200)
                        .get("complete")
                        .asBoolean())
                .isFalse();
        JsonNode own = json(ask("GET", "/" + id + "/dry-run?days=1", ""), 200);
        assertThat(own.get("changes").values())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.get("topic").get("title").asString()).isEqualTo("Talks: second"));
        assertThat(json(ask("GET", "/" + id, ""), 200).get("filter").toString())
                .isEqualTo("{\"type\":[\"topic.created\"],\"q\":[\"v2\"]}");
        assertThat(receiver.contacts()).isZero();
    }

    @Test
    void goesOnAfterARestartWithWhatItHadNotHad() {
        String id = make("{\"url\":\"" + receiver.url() + "\",\"since\":\"earliest\"}")
                .get("id")
                .asString();
        json(ask("POST", "/" + id + "/pause", ""), 200);
        publish(1, "first");
        int all = rig.changes(2).size();
        rig.stop();
        rig.withDatabase(database -> {
            // as a store leaves it that was killed before it could send
            Document document = Objects.requireNonNull(
                    database.getCollection("subscriptions").find().first());
            document.get("status", Document.class).append("state", "ACTIVE").remove("reason");
            database.getCollection("subscriptions").replaceOne(new Document("_id", id), document);
        });
        rig.start(settings(KEY));

        await(() -> assertThat(receiver.ids()).hasSize(all));
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        String url = "\"url\":\"" + receiver.url() + "\"";

        assertThat(detail(ask("POST", "", ""))).startsWith("url: absent (expected: an absolute https URL");
        assertThat(detail(ask("POST", "", "{"))).startsWith("body: not shown (expected: JSON");
        assertThat(detail(ask("POST", "", "[]"))).isEqualTo("body: not shown (expected: a JSON object)");
        assertThat(detail(ask("POST", "", "{" + url + ",\"x\":1}")))
                .isEqualTo("x: 1 (expected: one of description, filter, since, url)");
        assertThat(detail(ask("POST", "", "{" + url + ",\"filter\":{\"country\":\"XX\"}}")))
                .startsWith("country: XX (expected: ISO 3166-1");
        assertThat(detail(ask("POST", "", "{" + url + ",\"filter\":{\"x\":\"XX\"}}")))
                .startsWith("x: XX (expected: one of");
        assertThat(detail(ask("POST", "", "{" + url + ",\"filter\":{\"q\":{}}}")))
                .startsWith("filter.q: {} (expected");
        assertThat(detail(ask("POST", "", "{" + url + ",\"since\":\"soon\"}"))).startsWith("since: soon (expected");
        assertThat(detail(ask("POST", "", "{\"url\":\"http://169.254.169.254/\"}")))
                .endsWith("169.254.169.254 is link-local (169.254.0.0/16))");
        assertThat(detail(ask("POST", "", "{\"url\":\"ftp://example.org/\"}"))).startsWith("url: ftp://example.org/");
        String id = make("{" + url + "}").get("id").asString();
        assertThat(detail(ask("POST", "/" + id + "/replay", "{}"))).startsWith("since: absent");
        assertThat(ask("POST", "/" + id + "/replay", "{\"since\":\"4096\"}").statusCode())
                .isEqualTo(409);
        for (String path : new String[] {"/test", "/pause", "/resume", "/rotate"}) {
            assertThat(ask("POST", "/sub_nix" + path, "").statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ask("POST", "/sub_nix/replay", "{\"since\":\"now\"}").statusCode())
                .isEqualTo(404);
        assertThat(receiver.contacts()).isZero();
    }

    @Test
    void noneIsMadeWithoutAKeyAndNoMoreThanAllowed() {
        for (int i = 0; i < 3; i++) {
            make("{\"url\":\"" + receiver.url() + "\"}");
        }
        HttpResponse<String> tooMany = ask("POST", "", "{\"url\":\"" + receiver.url() + "\"}");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body()).contains("There are 3 subscriptions");
        rig.stop();
        rig.start(settings("store.webhooks.key="));

        HttpResponse<String> keyless = ask("POST", "", "{\"url\":\"" + receiver.url() + "\"}");
        assertThat(keyless.statusCode()).isEqualTo(409);
        assertThat(keyless.body()).contains("JDFWIRE_WEBHOOK_KEY");
    }

    private String[] settings(String key) {
        return new String[] {
            key,
            "store.webhooks.http=true",
            "store.webhooks.allowed-hosts=127.0.0.1",
            "store.webhooks.allowed-ports=" + receiver.port(),
            "store.webhooks.most=3"
        };
    }

    private void publish(int version, String name) {
        PageRef page = page(133, version, MORNING.plus(Duration.ofHours(version)), "v" + version);
        rig.send(topic(133, name, page, PARSER, "Text v" + version));
    }

    private JsonNode make(String body) {
        HttpResponse<String> made = ask("POST", "", body);
        JsonNode json = json(made, 201);
        assertThat(made.headers().firstValue("Location"))
                .hasValue(PATH + "/" + json.get("id").asString());
        assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
        return json;
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        return rig.send(HttpRequest.newBuilder(rig.uri(PATH + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static String detail(HttpResponse<String> response) {
        return json(response, 400).get("detail").asString();
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Json.MAPPER.readTree(response.body());
    }

    private static void await(org.awaitility.core.ThrowingRunnable check) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(check);
    }
}
