package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.store.Fetched;
import org.jdfwire.store.StoreRig;
import org.jdfwire.store.document.DescribedApi;
import org.jdfwire.store.document.DescribedApi.Call;
import org.jdfwire.store.webhook.Receiver;
import tools.jackson.databind.JsonNode;

/** A store that has something of everything, with its OpenAPI document and a way to make each of its calls. */
final class DescribedStore implements AutoCloseable {
    static final String FUTURE = "4611686018427387904";
    private static final int TOPICS = 130;

    private final Receiver receiver = new Receiver();
    private final StoreRig rig = new StoreRig();
    private final String token;
    private final String subscription;
    private final String document;
    private final DescribedApi api;

    DescribedStore() {
        start(key(new byte[32]));
        token = rig.token("ops");
        document = rig.get(rig.uri("/v1/openapi")).body();
        api = new DescribedApi(Json.MAPPER.readTree(document));
        publish();
        HttpResponse<String> made = ask("post", "/v1/subscriptions", "{\"url\":\"" + receiver.url() + "\"}");
        subscription = Json.MAPPER.readTree(made.body()).get("id").asString();
        ask("post", "/v1/subscriptions/" + subscription + "/replay", "{\"since\":\"earliest\"}");
        Awaitility.await().until(() -> receiver.requests().size() > 2);
    }

    /** Starts the same store with other settings. */
    void restart(String... settings) {
        rig.stop();
        start(settings);
    }

    private void start(String... settings) {
        Stream<String> own = Stream.of(
                "store.webhooks.http=true",
                "store.heartbeat=300ms",
                "store.webhooks.allowed-hosts=127.0.0.1",
                "store.webhooks.allowed-ports=" + receiver.port());
        rig.start(Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
    }

    static String key(byte[] key) {
        return "store.webhooks.key=" + Base64.getEncoder().encodeToString(key);
    }

    /** More than a whole archive of the feed, and a change of most sorts. */
    private void publish() {
        PageRef first = page(133, 1, MORNING, "v1");
        String[] names = IntStream.rangeClosed(1, TOPICS).mapToObj(i -> "t" + i).toArray(String[]::new);
        for (String name : names) {
            rig.send(topic(133, name, first, PARSER, "Text of " + name + "."));
        }
        rig.send(manifest(133, first, PARSER, names));
        PageRef second = page(133, 2, NOON, "v2");
        rig.send(topic(133, "t1", second, PARSER, "Another text."));
        rig.send(manifest(133, second, PARSER, "t1", "t2", "t3"));
        rig.send(topic(133, "t1", page(133, 3, MORNING.minusSeconds(60), "old"), PARSER, "What it said before."));
        rig.changes(1 + TOPICS + 1 + TOPICS - 3 + 1);
        PageFetched fetched = new PageFetched(first, Via.HTTP, first.url(), 200, "\"a\"", null, "text/html");
        rig.send(fetched, "v1".getBytes(StandardCharsets.UTF_8));
        rig.send(new PageRejected(RejectReason.EMPTY, "nothing in it", second, PARSER));
        rig.send(new PageRejected(RejectReason.EMPTY, "nothing in it", page(134, 1, EVENING, "v"), PARSER));
        rig.send(Fetched.startPage(Outcome.CHALLENGED, MORNING, NOON));
        Awaitility.await().untilAsserted(() -> {
            assertThat(rig.get(rig.uri(real("/v1/pages/{sha256}"))).statusCode())
                    .isEqualTo(200);
            assertThat(rig.json("/v1/rejects").get("rejects").size()).isEqualTo(2);
            assertThat(rig.json("/v1/sources").get("sources").size()).isOne();
        });
    }

    StoreRig rig() {
        return rig;
    }

    /** Returns the document as the store gives it. */
    String document() {
        return document;
    }

    DescribedApi api() {
        return api;
    }

    /** Puts values that are there into a path. */
    String real(String path) {
        return path.replace("/subscriptions/{id}", "/subscriptions/" + subscription)
                .replace("{id}", "jdf-133-topics-t1")
                .replace("{number}", "133")
                .replace("{sha256}", page(133, 1, MORNING, "v1").sha256())
                .replace("{name}", "jdf")
                .replace("{start}", "0");
    }

    /** Returns the token of an operator. */
    String token() {
        return token;
    }

    /** Returns what leads to the second page of a list. */
    String next(Call call) {
        JsonNode page = rig.json(real(call.path()) + "?limit=1");
        return page.has("next")
                ? page.get("next").asString()
                : page.get("next_url").asString().replaceAll(".*page=", "");
    }

    /** Returns the first lines of a stream. */
    List<String> lines(String path, int count) {
        HttpRequest request = HttpRequest.newBuilder(rig.uri(path))
                .header("Accept", "application/x-ndjson")
                .build();
        try (Stream<String> lines = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()) {
            return lines.limit(count).toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no stream at " + path, e);
        }
    }

    /** Returns a body that does what the call is for; empty where it needs none. */
    String body(Call call) {
        if (api.bodyMembers(call).contains("url")) {
            return "{\"url\":\"" + receiver.url() + "\",\"filter\":{\"country\":[\"FR\"]}}";
        }
        return api.bodyMembers(call).contains("since") ? "{\"since\":\"now\"}" : "";
    }

    /** Makes a call as an operator; one that only reads gets no body. */
    HttpResponse<String> ask(String method, String path, String body, String... headers) {
        return send(method, path, BodyPublishers.ofString(body), token, headers);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String bearer, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(rig.uri(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + bearer)
                .method(method.toUpperCase(Locale.ROOT), body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return rig.send(request.build());
    }

    @Override
    public void close() {
        rig.close();
        receiver.close();
    }
}
