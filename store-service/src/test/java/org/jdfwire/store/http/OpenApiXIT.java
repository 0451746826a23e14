package org.jdfwire.store.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.document.DescribedApi;
import org.jdfwire.store.document.DescribedApi.Call;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document against the running store: every path and every parameter, in both directions. */
class OpenApiXIT {
    private static DescribedStore store;
    private static DescribedApi api;

    @BeforeAll
    static void start() {
        store = new DescribedStore();
        api = store.api();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void anotherProjectsParserReadsItWhole() {
        SwaggerParseResult json = new OpenAPIV3Parser().readContents(store.document(), null, null);
        HttpResponse<String> yaml = store.ask("get", "/v1/openapi", "", "Accept", "application/yaml");

        assertThat(json.getMessages()).isEmpty();
        assertThat(json.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(json.getOpenAPI().getPaths().keySet())
                .isEqualTo(api.calls().stream().map(Call::path).collect(toSet()));
        assertThat(yaml.headers().firstValue("Content-Type")).hasValue("application/yaml");
        assertThat(new OpenAPIV3Parser().readContents(yaml.body(), null, null).getMessages())
                .isEmpty();
        // as text, since the two mappers may hold one number in different types
        assertThat(new YAMLMapper().readTree(yaml.body()).toString())
                .isEqualTo(Json.MAPPER.readTree(store.document()).toString());
    }

    @Test
    void everyPathOfTheStoreIsInItAndNoOther() {
        Set<Call> mapped = store
                .rig()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Call(method.name().toLowerCase(Locale.ROOT), path.toString()))))
                .collect(toSet());

        assertThat(Set.copyOf(api.calls())).isNotEmpty().isEqualTo(mapped);
    }

    @Test
    void everyParameterThatTheStoreTakesIsInItAndNoOther() {
        for (Call call : api.calls()) {
            assertThat(api.parameters(call, "query").stream()
                            .map(parameter -> parameter.get("name").asString())
                            .collect(toSet()))
                    .as("%s", call)
                    .isEqualTo(taken(store.ask(call.method(), store.real(call.path()) + "?nix=1", "")));
            assertThat(api.parameters(call, "path"))
                    .as("%s", call)
                    .hasSize(call.path().contains("{") ? 1 : 0)
                    .allMatch(parameter ->
                            call.path().contains('{' + parameter.get("name").asString() + '}'));
        }
    }

    @Test
    void everyMemberThatABodyMayHaveIsInItAndNoOther() {
        List<Call> reading = api.calls().stream()
                .filter(call -> !api.bodyMembers(call).isEmpty())
                .toList();
        assertThat(reading).hasSize(2);
        for (Call call : reading) {
            assertThat(taken(store.ask(call.method(), store.real(call.path()), "{\"nix\":1}")))
                    .as("%s", call)
                    .isEqualTo(api.bodyMembers(call));
            api.checkBody(call, Json.MAPPER.readTree(store.body(call)));
        }
    }

    @Test
    void aValueThatASchemaAllowsIsTakenAndOneBeyondItIsNot() {
        for (Call call : api.calls()) {
            for (JsonNode parameter : api.parameters(call, "query")) {
                String name = parameter.get("name").asString();
                boolean several = parameter.has("explode");
                JsonNode schema = several ? parameter.at("/schema/items") : parameter.get("schema");
                List<String> allowed = allowed(call, name, schema);
                for (String value : allowed) {
                    assertThat(isRefused(call, query(name, value)))
                            .as("%s %s=%s", call, name, value)
                            .isFalse();
                }
                for (String value : beyond(schema)) {
                    assertThat(isRefused(call, query(name, value)))
                            .as("%s %s=%s", call, name, value)
                            .isTrue();
                }
                String twice = query(name, allowed.get(0)) + '&' + query(name, allowed.get(0));
                assertThat(isRefused(call, twice)).as("%s %s", call, twice).isEqualTo(!several);
            }
        }
    }

    /** Returns the names that a refusal of {@code nix} says would be taken. */
    private static Set<String> taken(HttpResponse<String> refusal) {
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(400);
        JsonNode problem = Json.MAPPER.readTree(refusal.body());
        assertThat(problem.get("parameter").asString()).isEqualTo("nix");
        String expected = problem.get("expected").asString();
        return expected.equals("no parameters")
                ? Set.of()
                : Set.of(expected.substring("one of ".length()).split(", "));
    }

    private static List<String> allowed(Call call, String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").values().stream().map(JsonNode::asString).toList();
        }
        if (schema.has("minimum")) {
            return List.of(
                    schema.get("minimum").asString(),
                    name.equals("wait") ? "1" : schema.get("maximum").asString());
        }
        return switch (schema.path("format").asString("")
                + schema.path("pattern").asString("")) {
            case "date" -> List.of("2026-02-03");
            case "date-time" -> List.of("2026-02-03T00:00:00Z", "2026-02-03T09:00:00+09:00");
            case "^[A-Za-z]{2}$" -> List.of("DE", "de");
            case "" ->
                switch (name) {
                    case "page" -> List.of(store.next(call));
                    case "since" -> List.of("earliest", "now", "2026-02-03T00:00:00Z", "1");
                    default -> List.of("some text");
                };
            default -> List.of("1");
        };
    }

    private static List<String> beyond(JsonNode schema) {
        if (schema.has("minimum")) {
            return List.of(
                    Long.toString(schema.get("minimum").asLong() - 1),
                    Long.toString(schema.get("maximum").asLong() + 1));
        }
        return schema.has("enum") || schema.has("format") || schema.has("pattern")
                ? List.of("no, not this")
                : List.of();
    }

    private static boolean isRefused(Call call, String query) {
        return store.ask(call.method(), store.real(call.path()) + '?' + query, "")
                        .statusCode()
                == 400;
    }

    private static String query(String name, String value) {
        return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
