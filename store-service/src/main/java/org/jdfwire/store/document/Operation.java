package org.jdfwire.store.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One call of the HTTP interface: what it takes and what it answers. */
public final class Operation {
    private final String method;
    private final String path;
    private final String id;
    private final String summary;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final SortedSet<Integer> refusals = new TreeSet<>();
    private @Nullable Content body;
    private List<Content> answer = List.of();
    private int status;
    private boolean signed;
    private boolean conditional;
    private boolean inOneForm;

    private Operation(String method, String path, String id, String summary) {
        this.method = method;
        this.path = path;
        this.id = id;
        this.summary = summary;
        signed = !method.equals("get");
    }

    /**
     * A call that reads.
     *
     * @param path with its variables in braces
     * @param id a name for generated clients
     * @param summary what it is for, in a sentence
     */
    public static Operation get(String path, String id, String summary) {
        return new Operation("get", path, id, summary);
    }

    /** A call that does something; it needs a token. */
    public static Operation post(String path, String id, String summary) {
        return new Operation("post", path, id, summary);
    }

    /** A call that takes something away; it needs a token. */
    public static Operation delete(String path, String id, String summary) {
        return new Operation("delete", path, id, summary);
    }

    /** Adds parameters. */
    public Operation takes(Parameter... taken) {
        return takes(List.of(taken));
    }

    /** Adds parameters. */
    public Operation takes(Collection<Parameter> taken) {
        parameters.addAll(taken);
        return this;
    }

    /** Says what the body of the request is. */
    public Operation reads(Content read) {
        body = read;
        return this;
    }

    /** Says what comes where all went well; without content there is no body. */
    public Operation answers(int with, Content... forms) {
        status = with;
        answer = List.of(forms);
        return this;
    }

    /** Names a header of that answer. */
    public Operation header(String name, String description) {
        headers.put(name, description);
        return this;
    }

    /** Adds what it may be refused with, besides what every call may. */
    public Operation refuses(Integer... statuses) {
        refusals.addAll(List.of(statuses));
        return this;
    }

    /** Says that it needs a token although it only reads. */
    public Operation signed() {
        signed = true;
        return this;
    }

    /** Says that the answer has its one form whatever {@code Accept} says. */
    public Operation inOneForm() {
        inOneForm = true;
        return this;
    }

    /** Says that who has the answer already can be told so. */
    public Operation conditional() {
        conditional = true;
        return header("ETag", "names exactly these bytes; send it back in If-None-Match");
    }

    /** Returns the method in lower case. */
    String method() {
        return method;
    }

    String path() {
        return path;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Returns it in OpenAPI's form.
     *
     * @param shared parameters that the document has once, by their names, and that are pointed to
     */
    ObjectNode json(SchemaBook schemas, Collection<Parameter> shared, boolean readingOpen) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("operationId", id).put("summary", summary);
        ArrayNode security = json.putArray("security");
        if (readingOpen && !signed) {
            security.addObject();
        }
        security.addObject().putArray(OpenApi.BEARER);
        List<Parameter> all = new ArrayList<>(parameters);
        if (conditional) {
            all.add(Parameter.header("If-None-Match", Parameter.text(), "The ETag of what the client has."));
        }
        if (!all.isEmpty()) {
            ArrayNode list = json.putArray("parameters");
            all.forEach(
                    parameter -> list.add(shared.contains(parameter) ? OpenApi.pointer(parameter) : parameter.json()));
        }
        if (body != null) {
            json.putObject("requestBody").set("content", forms(schemas, List.of(body)));
        }
        responses(json.putObject("responses"), schemas);
        return json;
    }

    private void responses(ObjectNode responses, SchemaBook schemas) {
        ObjectNode response = responses.putObject(Integer.toString(status)).put("description", "As asked.");
        headers.forEach((name, description) ->
                header(response.withObjectProperty("headers").putObject(name), description));
        if (!answer.isEmpty()) {
            response.set("content", forms(schemas, answer));
        }
        if (conditional) {
            header(
                    responses
                            .putObject("304")
                            .put("description", "The client has it already.")
                            .putObject("headers")
                            .putObject("ETag"),
                    "As in the request.");
        }
        SortedSet<Integer> all = new TreeSet<>(refusals);
        all.addAll(Refusal.EVERYWHERE);
        if (!answer.isEmpty() && !inOneForm) {
            all.add(Refusal.NOT_ACCEPTABLE);
        }
        all.forEach(refused ->
                responses.putObject(Integer.toString(refused)).put("$ref", "#/components/responses/" + refused));
    }

    private static ObjectNode forms(SchemaBook schemas, List<Content> contents) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        contents.forEach(content -> json.set(content.mediaType(), content.json(schemas)));
        return json;
    }

    private static void header(ObjectNode json, String description) {
        json.put("description", description).putObject("schema").put("type", "string");
    }
}
