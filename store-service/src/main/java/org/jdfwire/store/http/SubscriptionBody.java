package org.jdfwire.store.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.filter.TopicFilter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object in the body of a request, its members read by name; each refusal is a {@link Problem}. */
final class SubscriptionBody {
    private static final int MOST_CHARACTERS = 200;

    private final JsonNode members;

    private SubscriptionBody(JsonNode members) {
        this.members = members;
    }

    /** Takes an object that has no other members than these; an empty body is an object without any. */
    static SubscriptionBody of(byte[] json, Set<String> known) {
        JsonNode members;
        try {
            members = json.length == 0 ? Json.MAPPER.createObjectNode() : Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw Problem.parameter("body", "not shown", "JSON: " + e.getOriginalMessage());
        }
        if (!members.isObject()) {
            throw Problem.parameter("body", "not shown", "a JSON object");
        }
        for (String name : members.propertyNames()) {
            if (!known.contains(name)) {
                throw Problem.parameter(
                        name, members.get(name).toString(), "one of " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return new SubscriptionBody(members);
    }

    /** Returns a text; a {@link Problem} where it is absent. */
    String required(String name, String expected) {
        String text = text(name, expected);
        if (text == null) {
            throw Problem.parameter(name, "absent", expected);
        }
        return text;
    }

    /** Returns a text, or null where it is absent. */
    @Nullable
    String text(String name, String expected) {
        JsonNode value = members.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.asString().isBlank()) {
            throw Problem.parameter(name, value.toString(), expected);
        }
        return value.asString();
    }

    /** Returns the description, for people; empty where it is absent. */
    String description() {
        String text = text("description", "text");
        if (text != null && text.length() > MOST_CHARACTERS) {
            throw Problem.parameter("description", "not shown", "at most " + MOST_CHARACTERS + " characters");
        }
        return text == null ? "" : text;
    }

    /** Returns the filter; the one that lets everything through where it is absent. */
    TopicFilter filter() {
        JsonNode filter = members.get("filter");
        if (filter == null || filter.isNull()) {
            return TopicFilter.ALL;
        }
        String expected = "an object of the feed's parameters, such as {\"country\":[\"AU\",\"FR\"],\"q\":\"talks\"}";
        if (!filter.isObject()) {
            throw Problem.parameter("filter", filter.toString(), expected);
        }
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : filter.properties()) {
            List<String> values = new ArrayList<>();
            for (JsonNode value : member.getValue().isArray() ? member.getValue() : List.of(member.getValue())) {
                if (!value.isString() && !value.isIntegralNumber()) {
                    throw Problem.parameter("filter." + member.getKey(), value.toString(), expected);
                }
                values.add(value.asString());
            }
            texts.put(member.getKey(), values);
        }
        return FilterParameters.read(texts);
    }
}
