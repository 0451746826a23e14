package org.jdfwire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.fetcher.FetcherApplication;
import org.jdfwire.parser.ParserApplication;
import org.jdfwire.standalone.broker.SecuredBroker;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.jdfwire.store.StoreApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The three services as processes, with a broker that wants TLS and a password, told by the environment alone. Each is
 * ended and started again while pages flow; nothing is lost, nothing comes twice.
 */
class SecuredServicesIT {
    private static final int PAGES = 100;
    private static final int CHANGES = PAGES * 2;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private String feed;

    @Test
    void workOverTlsWithAPasswordAndEndWithoutLossOrRepetition() throws Exception {
        int[] ports = new int[5];
        try (Ports free = new Ports()) {
            for (int i = 0; i < ports.length; i++) {
                ports[i] = free.free();
            }
        }
        feed = "http://127.0.0.1:" + ports[3];
        try (SecuredBroker broker =
                        SecuredBroker.start(folder.resolve("kafka"), ports[0], List.of(ports[1], ports[2]));
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("mongodb"))) {
            onlyThePasswordOpens(broker);
            Map<String, String> environment = environment(broker);
            try (ServiceProcess store = store(environment, database, ports);
                    ServiceProcess parser = new ServiceProcess(ParserApplication.class, environment, folder);
                    ServiceProcess fetcher = new ServiceProcess(FetcherApplication.class, environment, folder)) {
                await().atMost(PATIENCE).until(this::answers);
                int pages = 0;
                for (ServiceProcess ended : List.of(parser, store, fetcher)) {
                    pages = drop(pages, pages + 33);
                    int some = pages * 2 - 50;
                    await().atMost(PATIENCE).until(() -> journal().size() > some);
                    ended.stop();
                    ended.start();
                    await().atMost(PATIENCE).until(this::answers);
                }
                drop(pages, PAGES);
                await().atMost(PATIENCE).until(() -> journal().size() >= CHANGES);

                List<JsonNode> journal = journal();
                ChangeChain.assertWhole(journal);
                assertThat(journal).hasSize(CHANGES);
                assertThat(journal)
                        .extracting(change -> change.path("id").asString())
                        .doesNotHaveDuplicates();
                goesOnInALaterEpoch(command("restored", broker, environment, database));
                for (ServiceProcess service : List.of(store, parser, fetcher)) {
                    service.stop();
                    assertThat(errors(service)).isEmpty();
                    assertThat(service.log()).doesNotContain(broker.password());
                }
            }
            assertThat(command("rebuild", broker, environment, database))
                    .contains(CHANGES + 2 + " changes were made again", "The chain ends in the same hash as before.");
        }
    }

    /** As after a restore, though nothing was lost; a running store takes it at once. */
    private void goesOnInALaterEpoch(String printed) throws Exception {
        assertThat(printed).contains("with cursors from " + Cursor.of(1, 0, 0));
        drop(PAGES, PAGES + 1);
        await().atMost(PATIENCE).until(() -> journal().size() >= CHANGES + 2);
        List<JsonNode> journal = journal();
        ChangeChain.assertWhole(journal);
        assertThat(journal.subList(CHANGES - 1, CHANGES + 2))
                .extracting(
                        change -> Cursor.parse(change.path("cursor").asString()).epoch())
                .containsExactly(0, 1, 1);
    }

    private static void onlyThePasswordOpens(SecuredBroker broker) {
        Map<String, Object> settings = new HashMap<>(broker.client("wrong"));
        settings.put("bootstrap.servers", broker.address());
        try (Admin admin = Admin.create(settings)) {
            assertThatThrownBy(() -> admin.listTopics().names().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    private static Map<String, String> environment(SecuredBroker broker) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "JDFWIRE_KAFKA", broker.address(),
                "JDFWIRE_LOG_FORMAT", "logstash",
                "FETCHER_ENABLED", "none",
                "SPRING_MAIN_WEBAPPLICATIONTYPE", "none"));
        broker.client(broker.password())
                .forEach((name, value) -> environment.put(
                        "SPRING_KAFKA_PROPERTIES_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        return environment;
    }

    private ServiceProcess store(Map<String, String> environment, EmbeddedDatabase database, int[] ports)
            throws Exception {
        Map<String, String> own = new HashMap<>(environment);
        own.remove("SPRING_MAIN_WEBAPPLICATIONTYPE");
        own.put("JDFWIRE_MONGODB", database.uri());
        own.put("SERVER_PORT", Integer.toString(ports[3]));
        own.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports[4]));
        return new ServiceProcess(StoreApplication.class, own, folder);
    }

    /** Commands find their way by the same variables. */
    private String command(
            String name, SecuredBroker broker, Map<String, String> environment, EmbeddedDatabase database)
            throws Exception {
        Map<String, String> own = new HashMap<>(environment);
        own.keySet().removeIf(variable -> !variable.startsWith("SPRING_KAFKA_"));
        return CommandProcess.run(
                folder,
                own,
                name,
                "--data",
                folder.resolve("data").toString(),
                "--kafka",
                broker.address(),
                "--mongodb.uri",
                database.uri());
    }

    private int drop(int from, int to) throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        for (int page = from; page < to; page++) {
            int issue = 201 + page;
            Files.writeString(
                    inbox.resolve("page-" + issue + ".html.url"),
                    "[InternetShortcut]\nURL=" + SamplePages.url(issue) + "\n");
            Path part = inbox.resolve("page-" + issue + ".part");
            Files.write(part, SamplePages.page(issue, "On October 1, one."));
            Files.move(part, inbox.resolve("page-" + issue + ".html"), StandardCopyOption.ATOMIC_MOVE);
        }
        return to;
    }

    private static List<String> errors(ServiceProcess service) {
        return service.log()
                .lines()
                // a line that is no JSON fails here
                .map(line -> Json.MAPPER.readTree(line))
                .filter(line -> line.path("level").asString().equals("ERROR"))
                .map(JsonNode::toString)
                .toList();
    }

    private boolean answers() throws Exception {
        try {
            return get("/v1/changes?limit=1").has("changes");
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private List<JsonNode> journal() throws Exception {
        List<JsonNode> changes = new ArrayList<>();
        String since = "earliest";
        while (answers()) {
            JsonNode page = get("/v1/changes?limit=1000&since=" + since);
            if (page.path("changes").isEmpty()) {
                return changes;
            }
            page.path("changes").forEach(changes::add);
            since = page.path("next").asString();
        }
        // not yet there again
        return List.of();
    }

    private JsonNode get(String path) throws Exception {
        return Json.MAPPER.readTree(
                http.send(HttpRequest.newBuilder(URI.create(feed + path)).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
