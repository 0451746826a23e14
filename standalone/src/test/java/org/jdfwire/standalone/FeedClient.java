package org.jdfwire.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.Json;
import tools.jackson.databind.JsonNode;

/**
 * Asks one server, such as a store, in the plainest way.
 *
 * @param url without a slash at the end
 */
public record FeedClient(String url) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public JsonNode get(String path) {
        return Json.MAPPER.readTree(text(path));
    }

    public String text(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path))).body();
    }

    /** Gets JSON with a bearer token. */
    public JsonNode get(String path, String token) {
        return Json.MAPPER.readTree(
                send(HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token))
                        .body());
    }

    /** Posts a JSON object with a bearer token. */
    public HttpResponse<String> post(String path, String token, String json) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Returns the whole journal, following the cursors from page to page. */
    public List<JsonNode> journal() {
        List<JsonNode> changes = new ArrayList<>();
        String since = "earliest";
        while (true) {
            JsonNode page = get("/v1/changes?limit=1000&since=" + since);
            if (page.path("changes").isEmpty()) {
                return changes;
            }
            page.path("changes").forEach(changes::add);
            if (page.path("next").asString().equals(since)) {
                throw new AssertionError("after " + since + " come changes, and no further one");
            }
            since = page.path("next").asString();
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
