package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.store.Pages;
import org.jdfwire.store.StoreRig;
import org.jdfwire.store.access.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Who may do what, through the real server. */
@ExtendWith(OutputCaptureExtension.class)
class AccessXIT {
    private static final String WRITE = "/v1/sources/jdf/poll";
    private static final String WRONG = "jdfwire_" + "x".repeat(43);

    private StoreRig rig = new StoreRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void readingIsOpenOnThisMachineAndWritingNeedsAToken() {
        rig.start();

        assertThat(rig.get(rig.uri("/v1/topics")).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post(WRITE, null, BodyPublishers.noBody());
        assertThat(problem(refused, 401).get("type").asString()).isEqualTo("urn:jdfwire:problem:token-needed");
        assertThat(refused.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"jdfwire\"");
        assertThat(post(WRITE, rig.token("ops"), BodyPublishers.noBody()).statusCode())
                .as("let in, and told that there is no such source")
                .isEqualTo(404);
    }

    @Test
    void aTokenIsTakenFromTheRequestAfterItWasMadeToTheOneAfterItWasRevoked() {
        rig.start();
        String token = rig.token("ops");
        assertThat(post(WRITE, token, BodyPublishers.noBody()).statusCode()).isEqualTo(404);

        rig.withDatabase(database -> new Tokens(database).revoke("ops"));

        HttpResponse<String> refused = post(WRITE, token, BodyPublishers.noBody());
        assertThat(problem(refused, 401).get("detail").asString()).contains("not known, or was revoked");
        assertThat(refused.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"jdfwire\", error=\"invalid_token\"");
    }

    @Test
    void aWrongTokenIsToldEvenWhereNoneIsNeededAndIsNeverLogged(CapturedOutput output) {
        rig.start("logging.level.org.springframework.security=debug", "logging.level.org.jdfwire=debug");

        HttpResponse<String> refused = rig.get(rig.uri("/v1/topics"), "Authorization", "Bearer " + WRONG);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).doesNotContain(WRONG);
        assertThat(output).doesNotContain(WRONG).doesNotContain("generated security password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer ä"})
    void aHeaderThatIsNotUnderstoodIsNoWayIn(String authorization) {
        rig.start();

        assertThat(rig.send(HttpRequest.newBuilder(rig.uri(WRITE))
                                .header("Authorization", authorization)
                                .POST(BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isBetween(400, 401);
    }

    @Test
    void aTokenInTheUrlIsNoneForItWouldBeLogged() {
        rig.start("store.access.reading=token");

        assertThat(rig.get(rig.uri("/v1/topics?access_token=" + rig.token("ops")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void readingCanBeClosedAndHealthStaysOpenOnItsOwnPort() {
        rig.start("store.access.reading=token");
        String token = rig.token("reader");

        for (String path : new String[] {"/v1/changes", "/v1/topics", "/feeds/topics.atom", "/v1/nix"}) {
            problem(rig.get(rig.uri(path)), 401);
        }
        problem(rig.get(rig.uri("/v1/changes"), "Accept", "text/event-stream"), 401);
        assertThat(rig.get(rig.uri("/v1/topics"), "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(rig.get(rig.management("/actuator/prometheus")).statusCode()).isEqualTo(200);
        assertThat(rig.get(rig.management("/actuator/health")).body()).startsWith("{\"");
    }

    @Test
    void whatNeedsATokenIsForNoSharedCache() {
        rig.start("store.access.reading=token");
        // one more than an archive has, so that it is complete
        for (int version = 1; version <= 129; version++) {
            PageRef page = Pages.page(133, version, Pages.MORNING.plusSeconds(version), "v" + version);
            rig.send(Pages.topic(133, "germany", page, Pages.PARSER, "Text " + version));
        }
        String token = "Bearer " + rig.token("reader");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rig.get(rig.uri("/feeds/archive/0"), "Authorization", token)
                                .headers()
                                .firstValue("Cache-Control"))
                        .hasValue("max-age=60, private"));
    }

    @Test
    void aTokenCanComeFromTheEnvironmentAsItsHash() {
        String token = "0123456789abcdef".repeat(4);
        rig.start("store.access.token-sha256=" + Json.sha256(token.getBytes(StandardCharsets.UTF_8)));

        assertThat(post(WRITE, token, BodyPublishers.noBody()).statusCode()).isEqualTo(404);
        assertThat(post(WRITE, Json.sha256(token.getBytes(StandardCharsets.UTF_8)), BodyPublishers.noBody())
                        .statusCode())
                .as("the hash is no token")
                .isEqualTo(401);
    }

    @Test
    void everyAnswerSaysThatItIsDataAndNoPage() {
        rig.start();

        for (HttpResponse<String> response : new HttpResponse[] {
            rig.get(rig.uri("/v1/topics")),
            rig.get(rig.uri("/feeds/topics.atom")),
            rig.get(rig.uri("/v1/nix")),
            post(WRITE, null, BodyPublishers.noBody())
        }) {
            assertThat(response.headers().map())
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                    .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
                    .doesNotContainKeys("set-cookie", "access-control-allow-origin");
        }
    }

    @Test
    void otherOriginsAreLetInOnlyWhereTheyAreNamed() {
        rig.start("store.access.allowed-origins=https://example.org");

        assertThat(rig.get(rig.uri("/v1/topics"), "Origin", "https://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://example.org");
        assertThat(rig.get(rig.uri("/v1/topics"), "Origin", "https://example.com")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        HttpResponse<String> preflight = rig.send(HttpRequest.newBuilder(rig.uri(WRITE))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .build());
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        rig.start("store.access.requests-a-minute=1", "store.access.limit-loopback=true");

        assertThat(rig.get(rig.uri("/v1/topics")).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = rig.get(rig.uri("/v1/topics"));
        JsonNode problem = problem(refused, 429);
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValue(problem.get("retryAfter").asString());
        assertThat(problem.get("retryAfter").asInt()).isBetween(1, 60);
        assertThat(refused.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(rig.get(rig.management("/actuator/prometheus")).statusCode()).isEqualTo(200);
    }

    @Test
    void thisMachineItselfIsNotLimitedUnlessItIsSaid() {
        rig.start("store.access.requests-a-minute=1");

        rig.get(rig.uri("/v1/topics"));
        assertThat(rig.get(rig.uri("/v1/topics")).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeOrOfUnknownLengthIsNotRead() {
        rig.start("store.access.largest-body=10B");
        String token = rig.token("ops");

        assertThat(post(WRITE, token, BodyPublishers.ofString("0123456789")).statusCode())
                .isEqualTo(404);
        assertThat(problem(post(WRITE, token, BodyPublishers.ofString("01234567890")), 413)
                        .get("detail")
                        .asString())
                .isEqualTo("Content-Length: 11 (expected: at most 10)");
        problem(post(WRITE, token, ofUnknownLength("0")), 411);
    }

    private HttpResponse<String> post(String path, String token, BodyPublisher body) {
        URI uri = rig.uri(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).POST(body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return rig.send(request.build());
    }

    private static BodyPublisher ofUnknownLength(String text) {
        BodyPublisher known = BodyPublishers.ofString(text);
        return new BodyPublisher() {
            @Override
            public long contentLength() {
                return -1;
            }

            @Override
            public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
                known.subscribe(subscriber);
            }
        };
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Json.MAPPER.readTree(response.body());
    }
}
