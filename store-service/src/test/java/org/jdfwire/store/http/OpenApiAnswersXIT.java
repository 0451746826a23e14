package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.SseClient;
import org.jdfwire.store.StoreDatabase;
import org.jdfwire.store.document.DescribedApi;
import org.jdfwire.store.document.DescribedApi.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every answer that the OpenAPI document tells of, from the running store, against its schema. */
class OpenApiAnswersXIT {
    private static final Call CHANGES = new Call("get", "/v1/changes");
    private static final Call SUBSCRIBE = new Call("post", "/v1/subscriptions");
    private static final Call REPLAY = new Call("post", "/v1/subscriptions/{id}/replay");

    private final DescribedStore store = new DescribedStore();
    private final DescribedApi api = store.api();
    private final Map<Call, Set<String>> seen = new LinkedHashMap<>();

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void everyAnswerIsAsTheDocumentSays() {
        api.calls().forEach(call -> seen.put(call, new TreeSet<>()));
        api.calls().forEach(this::askWell);
        api.calls().forEach(this::askBadly);
        askForTheFuture();
        deleteLast();
        String[] trimmed = trim();
        store.restart("store.webhooks.key=", "store.streams=1");
        askForWhatIsGone(trimmed);
        askForTooMuch();
        store.restart("store.access.requests-a-minute=1", "store.access.limit-loopback=true");
        api.calls().forEach(call -> see(call, store.ask(call.method(), store.real(call.path()), "")));
        api.calls().forEach(call -> see(call, store.ask(call.method(), store.real(call.path()), "")));

        api.calls().forEach(call -> {
            Set<String> missing = new TreeSet<>(api.answers(call));
            missing.removeAll(seen.get(call));
            // a defect, and a Kafka that takes nothing
            missing.remove("500");
            if (call.path().endsWith("/poll")) {
                missing.remove("503");
            }
            assertThat(missing).as("%s", call).isEmpty();
        });
    }

    private void askWell(Call call) {
        if (call.method().equals("delete")) {
            return;
        }
        for (String answer : api.answers(call)) {
            String form = answer.substring(answer.indexOf(' ') + 1);
            if (form.equals("text/event-stream") || form.equals("application/x-ndjson")) {
                stream(call, form);
            } else if (answer.startsWith("20")) {
                HttpResponse<String> response =
                        store.ask(call.method(), store.real(call.path()), store.body(call), "Accept", form);
                see(call, response);
                response.headers()
                        .firstValue("ETag")
                        .ifPresent(etag ->
                                see(call, store.ask("get", store.real(call.path()), "", "If-None-Match", etag)));
            }
        }
    }

    private void askBadly(Call call) {
        String path = store.real(call.path());
        see(call, store.ask(call.method(), path + "?nix=1", ""));
        if (!call.method().equals("delete")) {
            see(call, store.ask(call.method(), path, store.body(call), "Accept", "image/png"));
        }
        see(call, store.ask(call.method(), path, "x".repeat(70_000)));
        see(call, store.send(call.method(), path, ofUnknownLength(), store.token()));
        see(call, store.send(call.method(), path, BodyPublishers.noBody(), "jdfwire_wrong"));
        String unknown =
                call.path().replace("{start}", "1").replace("{number}", "999").replaceAll("\\{.*?}", "0".repeat(64));
        see(call, store.ask(call.method(), unknown, store.body(call)));
    }

    private void askForTheFuture() {
        see(CHANGES, store.ask("get", "/v1/changes?since=" + DescribedStore.FUTURE, ""));
        Call verify = new Call("get", "/v1/changes/verify");
        see(verify, store.ask("get", "/v1/changes/verify?from=" + DescribedStore.FUTURE, ""));
        see(REPLAY, store.ask("post", store.real(REPLAY.path()), "{\"since\":\"" + DescribedStore.FUTURE + "\"}"));
    }

    /** Makes one to be deleted, as the other is needed further. */
    private void deleteLast() {
        Call delete = new Call("delete", "/v1/subscriptions/{id}");
        String id = Json.MAPPER
                .readTree(store.ask("post", SUBSCRIBE.path(), store.body(SUBSCRIBE))
                        .body())
                .get("id")
                .asString();
        see(delete, store.ask("delete", SUBSCRIBE.path() + '/' + id, ""));
    }

    /** Removes the older half; returns a cursor and a time that are gone then. */
    private String[] trim() {
        List<JsonNode> changes = List.copyOf(
                store.rig().json("/v1/changes?limit=1000").get("changes").values());
        JsonNode middle = changes.get(changes.size() - 20);
        try (StoreDatabase database = StoreDatabase.open(store.rig().mongoUri())) {
            database.trim(Instant.parse(middle.get("recordedAt").asString()));
        }
        JsonNode first = changes.get(0);
        return new String[] {
            first.get("cursor").asString(), first.get("recordedAt").asString()
        };
    }

    private void askForWhatIsGone(String[] gone) {
        see(CHANGES, store.ask("get", "/v1/changes?since=" + gone[0], ""));
        see(new Call("get", "/v1/changes/verify"), store.ask("get", "/v1/changes/verify?from=" + gone[0], ""));
        see(new Call("get", "/v1/topics"), store.ask("get", "/v1/topics?asOf=" + gone[1], ""));
        see(new Call("get", "/feeds/archive/{start}"), store.ask("get", "/feeds/archive/0", ""));
        String since = "\"since\":\"" + gone[0] + "\"}";
        see(REPLAY, store.ask("post", store.real(REPLAY.path()), '{' + since));
        see(SUBSCRIBE, store.ask("post", SUBSCRIBE.path(), store.body(SUBSCRIBE).replace("}}", "}," + since)));
    }

    /** Of a store that lets one stream be open and has no key for webhooks. */
    private void askForTooMuch() {
        try (SseClient only = new SseClient(store.rig().uri(CHANGES.path()))) {
            see(CHANGES, store.ask("get", CHANGES.path(), "", "Accept", "text/event-stream"));
        }
        see(SUBSCRIBE, store.ask("post", SUBSCRIBE.path(), store.body(SUBSCRIBE)));
        for (String what : List.of("test", "rotate")) {
            Call call = new Call("post", "/v1/subscriptions/{id}/" + what);
            see(call, store.ask("post", store.real(call.path()), ""));
        }
    }

    private void see(Call call, HttpResponse<String> response) {
        seen.get(call).add(api.check(call, response));
    }

    private void stream(Call call, String form) {
        List<String> items = new ArrayList<>();
        if (form.equals("text/event-stream")) {
            try (SseClient client = new SseClient(store.rig().uri(call.path()))) {
                client.changes(200).forEach(event -> items.add(event.data()));
            }
        } else {
            items.addAll(store.lines(call.path(), 265));
            assertThat(items).last().asString().contains("heartbeat");
        }
        items.forEach(item -> api.checkItem(call, form, Json.MAPPER.readTree(item)));
        seen.get(call).add("200 " + form);
    }

    private static BodyPublisher ofUnknownLength() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArray("{}".getBytes(StandardCharsets.UTF_8)));
    }
}
