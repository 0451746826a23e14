package org.jdfwire.store.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A reader of JSON Feed 1.1 that takes nothing the specification does not know: written from its text, apart from the
 * writer.
 */
public final class JsonFeedReader {
    private static final Consumer<JsonNode> TEXT =
            node -> assertThat(node.isString()).as("%s is a string", node).isTrue();
    private static final Consumer<JsonNode> ADDRESS = node -> {
        TEXT.accept(node);
        assertThat(URI.create(node.asString()).isAbsolute())
                .as("%s is absolute", node)
                .isTrue();
    };
    private static final Consumer<JsonNode> TIME = node -> OffsetDateTime.parse(node.asString());
    private static final Consumer<JsonNode> TEXTS = node -> {
        assertThat(node.isArray()).isTrue();
        node.values().forEach(TEXT);
    };
    private static final Consumer<JsonNode> AUTHORS = node -> {
        assertThat(node.isArray()).isTrue();
        node.values()
                .forEach(author -> check(author, Map.of("name", TEXT, "url", ADDRESS, "avatar", ADDRESS), Set.of()));
    };

    private static final Map<String, Consumer<JsonNode>> ITEM = Map.ofEntries(
            Map.entry("id", TEXT),
            Map.entry("url", ADDRESS),
            Map.entry("external_url", ADDRESS),
            Map.entry("title", TEXT),
            Map.entry("content_html", TEXT),
            Map.entry("content_text", TEXT),
            Map.entry("summary", TEXT),
            Map.entry("image", ADDRESS),
            Map.entry("banner_image", ADDRESS),
            Map.entry("date_published", TIME),
            Map.entry("date_modified", TIME),
            Map.entry("authors", AUTHORS),
            Map.entry("tags", TEXTS),
            Map.entry("language", TEXT));

    private static final Map<String, Consumer<JsonNode>> FEED = Map.ofEntries(
            Map.entry("version", node -> assertThat(node.asString()).isEqualTo("https://jsonfeed.org/version/1.1")),
            Map.entry("title", TEXT),
            Map.entry("home_page_url", ADDRESS),
            Map.entry("feed_url", ADDRESS),
            Map.entry("description", TEXT),
            Map.entry("next_url", ADDRESS),
            Map.entry("authors", AUTHORS),
            Map.entry("language", TEXT),
            Map.entry("items", node -> node.values().forEach(JsonFeedReader::checkItem)));

    private JsonFeedReader() {}

    /** Fails where the document is no JSON Feed 1.1. */
    public static void check(JsonNode feed) {
        check(feed, FEED, Set.of("version", "title", "items"));
        assertThat(feed.get("items").isArray()).isTrue();
        if (feed.has("next_url")) {
            assertThat(feed.get("next_url")).isNotEqualTo(feed.get("feed_url"));
        }
    }

    private static void checkItem(JsonNode item) {
        check(item, ITEM, Set.of("id"));
        assertThat(item.has("content_text") || item.has("content_html")).isTrue();
    }

    private static void check(JsonNode object, Map<String, Consumer<JsonNode>> members, Set<String> required) {
        assertThat(object.isObject()).isTrue();
        assertThat(object.propertyNames()).containsAll(required);
        object.properties().forEach(member -> {
            assertThat(members).containsKey(member.getKey());
            members.get(member.getKey()).accept(member.getValue());
        });
    }
}
