package org.jdfwire.store.document;

import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way in which a request is refused: a problem as RFC 9457 has it.
 *
 * @param status of the answer
 * @param description when it comes and what to do
 * @param header that comes with it, or null
 * @param headerDescription what that header says; empty where there is none
 */
record Refusal(int status, String description, @Nullable String header, String headerDescription) {
    static final int NOT_ACCEPTABLE = 406;

    /** What any request may be refused with. */
    static final List<Integer> EVERYWHERE = List.of(400, 401, 411, 413, 429, 500);

    private static final String RETRY_AFTER = "Retry-After";
    private static final String SECONDS = "Seconds until it may be asked again.";

    static final List<Refusal> ALL = List.of(
            of(400, "A parameter or the body cannot be used; the problem names it and says what is expected."),
            new Refusal(401, "A token is needed, or the one sent is not known.", "WWW-Authenticate", "RFC 6750."),
            of(404, "There is nothing of that name."),
            of(NOT_ACCEPTABLE, "None of the forms in Accept can be had."),
            of(
                    409,
                    "A cursor that no change has, so from another store or from before a backup was restored; or a webhook"
                            + " that cannot be made or changed now."),
            of(410, "The changes from that place on are no longer all kept; the problem's earliest goes on."),
            of(411, "A body of unknown length."),
            of(413, "A body that is too large."),
            new Refusal(429, "Too many requests or streams of one address.", RETRY_AFTER, SECONDS),
            of(500, "A defect; the store's log says more."),
            new Refusal(503, "Too many streams in all, or Kafka does not take what is asked.", RETRY_AFTER, SECONDS));

    private static Refusal of(int status, String description) {
        return new Refusal(status, description, null, "");
    }

    /** Returns it in OpenAPI's form. */
    ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("description", description);
        if (header != null) {
            json.putObject("headers")
                    .putObject(header)
                    .put("description", headerDescription)
                    .putObject("schema")
                    .put("type", "string");
        }
        json.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return json;
    }

    /** Returns the schema of a problem; members beyond these tell what was wrong with what. */
    static ObjectNode schema() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = json.putObject("properties");
        Map.of(
                        "type", "A name for the sort of problem, a URN.",
                        "title", "The sort of problem, for people.",
                        "detail", "What was wrong, and what to do next.",
                        "parameter", "The parameter, header or member that cannot be used.",
                        "value", "What was given for it.",
                        "expected", "What would be taken.",
                        "latest", "The newest cursor, or none.",
                        "earliest", "The cursor to go on from.")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> properties
                        .putObject(member.getKey())
                        .put("type", "string")
                        .put("description", member.getValue()));
        for (String number : List.of("status", "retryAfter", "most")) {
            properties.putObject(number).put("type", "integer");
        }
        List.of("type", "title", "status", "detail").forEach(json.putArray("required")::add);
        return json;
    }
}
