package org.jdfwire.store.document;

import java.lang.reflect.Type;
import java.util.List;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One form of a body.
 *
 * @param mediaType which
 * @param of the record that it is the JSON of; of a stream, those that each item is the JSON of one of; empty for what is
 *     no JSON or is described elsewhere
 * @param stream whether the body is a row of items without an end
 * @param description what it is, for people; empty where the record says it
 */
public record Content(String mediaType, List<Type> of, boolean stream, String description) {
    private static final String JSON = "application/json";

    public Content {
        of = List.copyOf(of);
    }

    /** The JSON of a record. */
    public static Content json(Type of) {
        return json(JSON, of);
    }

    /** The JSON of a record under a media type of its own. */
    public static Content json(String mediaType, Type of) {
        return new Content(mediaType, List.of(of), false, "");
    }

    /** A row of items; OpenAPI 3.1 has no schema for one, so the items' is in {@code x-item-schema}. */
    public static Content stream(String mediaType, String description, Type... items) {
        return new Content(mediaType, List.of(items), true, description);
    }

    /** Text, bytes, or JSON that another specification describes. */
    public static Content foreign(String mediaType, String description) {
        return new Content(mediaType, List.of(), false, description);
    }

    /** Returns it in OpenAPI's form. */
    ObjectNode json(SchemaBook schemas) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        if (!of.isEmpty() && !stream) {
            json.set("schema", schemas.reference(of.get(0)));
            return json;
        }
        ObjectNode schema = json.putObject("schema");
        if (mediaType.equals(JSON)) {
            schema.put("type", "object");
        } else if (stream || mediaType.startsWith("text/")) {
            schema.put("type", "string");
        }
        schema.put("description", description);
        if (stream) {
            ArrayNode items = json.putObject("x-item-schema").putArray("anyOf");
            of.forEach(item -> items.add(schemas.reference(item)));
        }
        return json;
    }
}
