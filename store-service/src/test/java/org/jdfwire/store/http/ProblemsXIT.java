package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each bad request is a problem that names what was wrong (RFC 9457). */
class ProblemsXIT {
    private static StoreRig rig;
    private static String token;

    @BeforeAll
    static void start() {
        rig = new StoreRig().start();
        rig.send(topic(133, "germany", page(133, 1, MORNING, "v1"), PARSER, "One."));
        rig.changes(2);
        token = rig.token("ops");
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/changes?nix=1                            | nix          | 1
            /v1/changes?limit=0                          | limit        | 0
            /v1/changes?limit=1001                       | limit        | 1001
            /v1/changes?limit=ten                        | limit        | ten
            /v1/changes?limit=%2B5                       | limit        | +5
            /v1/changes?limit=%D9%A1                     | limit        | ١
            /v1/changes?limit=1&limit=2                  | limit        | 1, 2
            /v1/changes?wait=61                          | wait         | 61
            /v1/changes?since=yesterday                  | since        | yesterday
            /v1/changes?since=9999999999999999999        | since        | 9999999999999999999
            /v1/changes?since=2021-02-30T00:00:00Z       | since        | 2021-02-30T00:00:00Z
            /v1/changes?since=%2B999999999-01-01T00:00:00Z | since      | +999999999-01-01T00:00:00Z
            /v1/changes?lastEventId=abc                  | lastEventId  | abc
            /v1/changes?type=topic.lost                  | type         | topic.lost
            /v1/changes?kind=party                       | kind         | party
            /v1/changes?country=UK                       | country      | UK
            /v1/changes?country=DEU                      | country      | DEU
            /v1/changes?issue=-1                         | issue        | -1
            /v1/changes?q=                               | q            | '""'
            /v1/topics?occurredFrom=2021-3-1             | occurredFrom | 2021-3-1
            /v1/topics?occurredTo=2021-02-30             | occurredTo   | 2021-02-30
            /v1/topics?occurredFrom=2021-03-02&occurredTo=2021-03-01 | occurredTo | 2021-03-01
            /v1/topics?occurredFrom=%2B12345-01-01       | occurredFrom | +12345-01-01
            /v1/topics?sort=beauty                       | sort         | beauty
            /v1/topics?page=nonsense                     | page         | nonsense
            /v1/topics?page=bnVsbA                       | page         | bnVsbA
            /v1/topics?page=WyItdXBkYXRlZCIsbnVsbCwieCJd | page         | WyItdXBkYXRlZCIsbnVsbCwieCJd
            /v1/topics?since=now                         | since        | now
            /v1/topics/jdf-133-topics-germany?x=1        | x            | 1
            /v1/topics?asOf=yesterday                    | asOf         | yesterday
            /v1/topics?asOf=-999999999-01-01T00:00:00Z   | asOf         | -999999999-01-01T00:00:00Z
            /v1/topics?asOf=2026-03-01T00:00:00Z&sort=occurred | sort   | occurred
            /v1/topics/jdf-133-topics-germany/history?x=1 | x           | 1
            /v1/topics/jdf-133-topics-germany/history?page=nonsense | page | nonsense
            /v1/topics/jdf-133-topics-germany/diff?to=x  | to           | x
            /v1/topics/jdf-133-topics-germany/diff?from=0 | from        | 0
            /v1/topics/jdf-133-topics-germany/diff?as=text | as         | text
            /v1/changes/verify?since=0                   | since        | 0
            /v1/changes/verify?from=1&to=0               | to           | 0
            /v1/issues?limit=5                           | limit        | 5
            /v1/issues/latest                            | number       | latest
            /v1/rejects?country=JP                       | country      | JP
            /v1/rejects?page=WyJyZWplY3RzIiwiKzEwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoiLCJ4Il0 | page | WyJyZWplY3RzIiwiKzEwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoiLCJ4Il0
            /v1/sources?name=jdf                         | name         | jdf
            /feeds/topics.atom?sort=updated              | sort         | updated
            """)
    void namesTheParameterAndItsValue(String path, String parameter, String value) {
        JsonNode problem = problem(rig.get(rig.uri(path)), 400);

        assertThat(problem.get("type").asString()).isEqualTo("urn:jdfwire:problem:bad-parameter");
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("value").asString()).isEqualTo(value);
        assertThat(problem.get("expected").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/topics/jdf-1-nothing,There is no topic jdf-1-nothing",
        "/v1/topics/jdf-1-nothing/history,There is no topic jdf-1-nothing",
        "/v1/topics/jdf-1-nothing/diff,There is no topic jdf-1-nothing",
        "/v1/topics/jdf-1-nothing/diff?to=1,There is no topic jdf-1-nothing",
        "/v1/issues/999,There is no issue 999",
        "/v1/nix,There is no path /v1/nix",
        "/,There is no path /"
    })
    void saysWhatIsNotThere(String path, String detail) {
        assertThat(problem(rig.get(rig.uri(path)), 404).get("detail").asString())
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "text/event-stream", "application/x-ndjson"})
    void refusesACursorFromTheFutureAndSaysHowToGoOn(String accept) {
        JsonNode problem = problem(rig.get(rig.uri("/v1/changes?since=4096000"), "Accept", accept), 409);

        assertThat(problem.get("latest").asString()).isEqualTo("1");
        assertThat(problem.get("detail").asString()).contains("go on with since=");
    }

    @ParameterizedTest
    @CsvSource({"from", "to"})
    void refusesToVerifyWhatIsNotThereYet(String parameter) {
        JsonNode problem = problem(rig.get(rig.uri("/v1/changes/verify?" + parameter + "=4096000")), 409);

        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void aMalformedLastEventIdIsRefusedAsTheHeaderItIs() {
        JsonNode problem =
                problem(rig.get(rig.uri("/v1/changes"), "Accept", "text/event-stream", "Last-Event-ID", "x"), 400);

        assertThat(problem.get("parameter").asString()).isEqualTo("Last-Event-ID");
    }

    @ParameterizedTest
    @CsvSource({"/v1/changes", "/v1/topics", "/v1/issues", "/feeds/topics.atom"})
    void refusesAFormItCannotGive(String path) {
        assertThat(problem(rig.get(rig.uri(path), "Accept", "image/png"), 406)
                        .get("detail")
                        .asString())
                .contains("image/png");
    }

    @ParameterizedTest
    @CsvSource({"/v1/changes", "/v1/topics", "/v1/openapi", "/feeds/topics.atom"})
    void refusesAFormThatIsNone(String path) {
        assertThat(problem(rig.get(rig.uri(path), "Accept", "application/json, nonsense"), 406)
                        .get("detail")
                        .asString())
                .startsWith("Accept: application/json, nonsense (expected: ");
    }

    @ParameterizedTest
    @CsvSource({"/v1/changes", "/v1/topics", "/feeds/topics.atom"})
    void refusesWordsThatNoTextCanHave(String path) {
        assertThat(problem(rig.get(rig.uri(path + "?q=a%00b")), 400)
                        .get("parameter")
                        .asString())
                .isEqualTo("q");
    }

    @ParameterizedTest
    @CsvSource({"/v1/topics/a%2Fb", "/v1/topics/%00", "/v1/topics;x=1", "//v1/topics"})
    void refusesAPathThatCouldBeReadInTwoWays(String path) {
        assertThat(problem(rig.get(rig.uri(path)), 400).get("detail").asString())
                .startsWith("Path: " + path + " (expected: ");
    }

    @ParameterizedTest
    @CsvSource({"/v1/changes", "/v1/topics/jdf-133-topics-germany", "/feeds/topics.atom"})
    void refusesAMethodAndNamesThoseThatWork(String path) {
        HttpResponse<String> response = rig.send(HttpRequest.newBuilder(rig.uri(path))
                .header("Authorization", "Bearer " + token)
                .DELETE()
                .build());

        problem(response, 405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void takesALineOfEightThousandCharacters() {
        String words = "q=" + "x".repeat(7_900);

        assertThat(rig.get(rig.uri("/v1/topics?" + words)).statusCode()).isEqualTo(200);
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Json.MAPPER.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        return problem;
    }
}
