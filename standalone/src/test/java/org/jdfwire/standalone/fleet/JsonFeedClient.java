package org.jdfwire.standalone.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/**
 * Reads the JSON Feed page by page down to the first that has nothing new. The feed shows topics as they are now, so what
 * this client has in the end is the last text of each. Cut off on the way down it goes on there.
 */
final class JsonFeedClient extends ResumingClient {
    private static final String FEED = "/feeds/topics.json?limit=50";

    private final Collection<String> last;
    private final Map<String, Item> items = new HashMap<>();
    private final Set<String> onTheWay = new HashSet<>();
    private String due = FEED;

    /** @param last the texts that the topics have in the end */
    JsonFeedClient(int most, Collection<String> last) {
        super("JSON Feed", Integer.MAX_VALUE, most);
        this.last = last;
    }

    private record Item(Instant modifiedAt, String text) {}

    @Override
    boolean isComplete() {
        Set<String> texts = new HashSet<>();
        items.values().forEach(item -> texts.add(item.text()));
        return texts.containsAll(last);
    }

    @Override
    void visit(String store, Stay stay) throws IOException {
        do {
            try (Stay.Answer answer =
                    stay.ask(HttpRequest.newBuilder(URI.create(store + due)).build())) {
                read(Json.MAPPER.readTree(answer.text()));
            }
        } while (!due.equals(FEED));
    }

    @Override
    void beginAgain() {
        // it reads the feed at each visit
    }

    private void read(JsonNode page) {
        boolean anythingNew = false;
        for (JsonNode item : page.path("items")) {
            anythingNew |= take(item);
        }
        String next = page.path("next_url").asString("");
        if (anythingNew && !next.isEmpty()) {
            due = URI.create(next).getRawPath() + "?" + URI.create(next).getRawQuery();
        } else {
            due = FEED;
            onTheWay.clear();
        }
    }

    /** Takes an item and returns whether it is not known as it is. */
    private boolean take(JsonNode item) {
        String id = item.path("id").asString();
        Item shown = new Item(
                Instant.parse(item.path("date_modified").asString()),
                item.path("content_text").asString());
        if (!onTheWay.add(id)) {
            throw new AssertionError(id + " comes twice on the way down");
        }
        Item before = items.put(id, shown);
        if (before != null && shown.modifiedAt().isBefore(before.modifiedAt())) {
            throw new AssertionError(id + " went back from " + before + " to " + shown);
        }
        if (shown.equals(before)) {
            return false;
        }
        take(AtomClient.line(id.substring(id.lastIndexOf(':') + 1), shown.text()));
        return true;
    }
}
