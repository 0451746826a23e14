package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.NOON;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PollRequested;
import org.jdfwire.store.Fetched;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A signed-in operator asks for a source at once. */
class PollXIT {
    private static StoreRig rig;
    private static String token;

    @BeforeAll
    static void start() {
        rig = new StoreRig().start();
        rig.send(Fetched.startPage(Outcome.FETCHED, NOON, NOON));
        token = rig.token("ops");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rig.json("/v1/sources").get("sources").size() == 1);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void passesTheWishOnThroughKafkaAndSaysWhatWasAsked() {
        HttpResponse<String> response = post("/v1/sources/jdf/poll", "Bearer " + token);

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        PollRequested wish = Json.read(response.body().getBytes(StandardCharsets.UTF_8), PollRequested.class);
        assertThat(wish.source()).isEqualTo("jdf");
        assertThat(wish.by()).isEqualTo("ops");
        assertThat(rig.published(Destinations.POLLS)).singleElement().satisfies(message -> {
            assertThat(message.key()).asString().isEqualTo("jdf");
            assertThat(message.value()).asString().isEqualTo(response.body());
            assertThat(headers(message)).isEqualTo(wish.toHeaders());
        });
    }

    @Test
    void namesTheSourceThatIsUnknown() {
        assertThat(problem(post("/v1/sources/nobody/poll", "Bearer " + token), 404)
                        .get("detail")
                        .asString())
                .isEqualTo("There is no source nobody");
    }

    @Test
    void takesNoParameter() {
        assertThat(problem(post("/v1/sources/jdf/poll?force=1", "Bearer " + token), 400)
                        .get("parameter")
                        .asString())
                .isEqualTo("force");
    }

    @Test
    void isNoReading() {
        HttpResponse<String> response = rig.get(rig.uri("/v1/sources/jdf/poll"));

        problem(response, 405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void refusesWhoHasNoTokenBeforeItSaysWhichSourcesThereAre() {
        assertThat(problem(post("/v1/sources/nobody/poll", "Basic b3BzOm9wcw=="), 401)
                        .get("detail")
                        .asString())
                .contains("./jdfwire token add NAME");
    }

    private static HttpResponse<String> post(String path, String authorization) {
        return rig.send(HttpRequest.newBuilder(rig.uri(path))
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Json.MAPPER.readTree(response.body());
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, Object> raw = new HashMap<>();
        message.headers().forEach(header -> raw.put(header.key(), header.value()));
        return EventAttributes.decode(raw);
    }
}
