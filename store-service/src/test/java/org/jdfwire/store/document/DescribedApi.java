package org.jdfwire.store.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document as a client reads it, stricter: a member that the document lacks is an error. */
public final class DescribedApi {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final JsonNode strict;

    public DescribedApi(JsonNode document) {
        this.document = document;
        strict = document.get("components").deepCopy();
        strict.get("schemas").values().forEach(DescribedApi::close);
    }

    /** One call, such as {@code get} of {@code /v1/topics/{id}}. */
    public record Call(String method, String path) {}

    /** Returns every call. */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> calls.add(new Call(method, path.getKey()))));
        return calls;
    }

    /** Returns the parameters of a call that stand in one place: {@code query}, {@code header} or {@code path}. */
    public List<JsonNode> parameters(Call call, String place) {
        return operation(call).path("parameters").values().stream()
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asString().equals(place))
                .toList();
    }

    /** Returns the names of the members that the body of a call may have; empty where it has none. */
    public Set<String> bodyMembers(Call call) {
        JsonNode schema = operation(call).at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? Set.of()
                : new TreeSet<>(resolved(schema).get("properties").propertyNames());
    }

    /** Returns the call's successful answers as {@code status media type}, problems as {@code status}. */
    public Set<String> answers(Call call) {
        Set<String> answers = new TreeSet<>();
        operation(call).get("responses").properties().forEach(response -> {
            JsonNode content = resolved(response.getValue()).path("content");
            if (content.isEmpty()
                    || response.getKey().startsWith("4")
                    || response.getKey().startsWith("5")) {
                answers.add(response.getKey());
            } else {
                content.propertyNames().forEach(form -> answers.add(response.getKey() + ' ' + form));
            }
        });
        return answers;
    }

    /** Checks a whole answer and returns which of {@link #answers} it is. */
    public String check(Call call, HttpResponse<String> response) {
        String status = Integer.toString(response.statusCode());
        JsonNode described = operation(call).get("responses").get(status);
        assertThat(described)
                .as("%s answers %s: %s", call, status, response.body())
                .isNotNull();
        described = resolved(described);
        for (String header : described.path("headers").propertyNames()) {
            // the end of a slot is not always to be told
            if (!(header.equals("Retry-After") && status.equals("503"))) {
                assertThat(response.headers().firstValue(header))
                        .as("%s %s: %s", call, status, header)
                        .isPresent();
            }
        }
        if (!described.has("content")) {
            assertThat(response.body()).isEmpty();
            return status;
        }
        String form =
                response.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
        JsonNode content = described.get("content").get(form);
        assertThat(content).as("%s %s as %s", call, status, form).isNotNull();
        if (form.endsWith("json")) {
            check(content.get("schema"), Json.MAPPER.readTree(response.body()));
        }
        return form.equals("application/problem+json") ? status : status + ' ' + form;
    }

    /** Checks one item of a stream. */
    public void checkItem(Call call, String form, JsonNode item) {
        check(
                operation(call)
                        .get("responses")
                        .get("200")
                        .get("content")
                        .get(form)
                        .get("x-item-schema"),
                item);
    }

    /** Checks a body that the store takes. */
    public void checkBody(Call call, JsonNode body) {
        check(operation(call).at("/requestBody/content/application~1json/schema"), body);
    }

    private void check(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", strict);
        List<Error> errors = REGISTRY.getSchema(whole)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as(value.toString()).isEmpty();
    }

    private JsonNode operation(Call call) {
        return document.get("paths").get(call.path()).get(call.method());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }
}
