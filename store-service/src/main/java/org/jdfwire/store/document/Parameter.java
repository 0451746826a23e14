package org.jdfwire.store.document;

import java.util.Arrays;
import java.util.List;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * One parameter of a request.
 *
 * @param place where it stands
 * @param name as the request has it
 * @param repeated whether it may be given several times
 * @param schema of one value
 * @param description what it does, for people
 */
public record Parameter(Place place, String name, boolean repeated, ObjectNode schema, String description) {

    /** Where a parameter stands; the texts are OpenAPI's. */
    public enum Place {
        PATH("path"),
        QUERY("query"),
        HEADER("header");

        private final String text;

        Place(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** A query parameter that is given once at most. */
    public static Parameter one(String name, ObjectNode schema, String description) {
        return new Parameter(Place.QUERY, name, false, schema, description);
    }

    /** A query parameter of which each value is one that will do. */
    public static Parameter several(String name, ObjectNode schema, String description) {
        return new Parameter(Place.QUERY, name, true, schema, description);
    }

    /** A part of the path. */
    public static Parameter path(String name, ObjectNode schema, String description) {
        return new Parameter(Place.PATH, name, false, schema, description);
    }

    /** A header of the request. */
    public static Parameter header(String name, ObjectNode schema, String description) {
        return new Parameter(Place.HEADER, name, false, schema, description);
    }

    /** Any text. */
    public static ObjectNode text() {
        return Json.MAPPER.createObjectNode().put("type", "string");
    }

    /** A text in one of JSON Schema's formats. */
    public static ObjectNode text(String format) {
        return text().put("format", format);
    }

    /** A text that matches. */
    public static ObjectNode matching(String pattern) {
        return text().put("pattern", pattern);
    }

    /** One of several texts. */
    public static ObjectNode choice(List<String> texts) {
        ObjectNode schema = text();
        texts.forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** One of several texts. */
    public static ObjectNode choice(String... texts) {
        return choice(Arrays.asList(texts));
    }

    /** A whole number in a range. */
    public static ObjectNode number(int least, int most) {
        return Json.MAPPER
                .createObjectNode()
                .put("type", "integer")
                .put("minimum", least)
                .put("maximum", most);
    }

    /** A cursor. */
    public static ObjectNode cursor() {
        return SchemaBook.cursor();
    }

    /** Returns it in OpenAPI's form. */
    ObjectNode json() {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("name", name)
                .put("in", place.text())
                .put("description", description);
        if (place == Place.PATH) {
            json.put("required", true);
        }
        if (!repeated) {
            json.set("schema", schema);
            return json;
        }
        ObjectNode list = Json.MAPPER.createObjectNode().put("type", "array");
        list.set("items", schema);
        json.set("schema", list);
        return json.put("style", "form").put("explode", true);
    }
}
