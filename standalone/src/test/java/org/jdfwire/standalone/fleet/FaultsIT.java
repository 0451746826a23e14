package org.jdfwire.standalone.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdfwire.contracts.Json;
import org.jdfwire.standalone.FeedClient;
import org.jdfwire.standalone.SamplePages;
import org.jdfwire.standalone.watch.Alertmanager;
import org.jdfwire.standalone.watch.Prometheus;
import org.jdfwire.standalone.watch.RuleFile;
import org.jdfwire.standalone.watch.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults are played one by one on separate processes that a real Prometheus watches: the operator is told of each by the one
 * alert that is for it, and by no other. What is told is asked of a real Alertmanager with the project's configuration.
 *
 * <p>Times of the rules are divided by {@value #FACTOR}, those on the drift of layouts, which think in days, by
 * {@value #DRIFT_FACTOR}. By itself it plays the one fault that takes the least time; {@code -Djdfwire.faults=all} plays
 * all, in about 14 minutes, and prints a table.
 */
class FaultsIT {
    private static final int FACTOR = 20;
    private static final int DRIFT_FACTOR = 240;
    private static final String LAYOUTS = "jdfwire-layouts";
    private static final String TOKEN = "faults-0123456789abcdef0123456789abcdef";
    private static final boolean ALL = System.getProperty("jdfwire.faults", "").equals("all");
    private static final Duration LONG = Duration.ofMinutes(8);
    private static final Duration OFTEN = Duration.ofMillis(500);

    /** After the alert: what else would fire because of the same fault, has the time to. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private final List<String> table = new ArrayList<>();
    private Alertmanager alertmanager;
    private Fleet fleet;
    private Fleet database;
    private WatchedSite site;
    private String webhook = "";

    private record Fault(String name, String alert, Runnable begin, Runnable end) {}

    @Test
    void eachFaultIsToldByTheAlertThatIsForItAndByNoOther() throws Exception {
        Tool.require("prometheus", "prometheus-alertmanager");
        RuleFile rules = RuleFile.ours();
        try (WatchedSite watched = new WatchedSite();
                Fleet apart = new Fleet(Files.createDirectory(folder.resolve("database")), Map.of())) {
            site = watched;
            database = apart;
            database.start("servers");
            try (Fleet services = new Fleet(Files.createDirectory(folder.resolve("services")), environment());
                    Alertmanager manager = Alertmanager.start(folder.resolve("alertmanager"))) {
                fleet = services;
                alertmanager = manager;
                fleet.start("servers", "fetcher", "parser-1", "store-1");
                List<String> targets = List.of(target("fetcher"), target("parser-1"), target("store-1"));
                try (Prometheus most = Prometheus.start(
                                folder.resolve("most"),
                                rules.shortened(FACTOR).only(LAYOUTS, false),
                                2,
                                targets,
                                manager.address());
                        Prometheus drift = Prometheus.start(
                                folder.resolve("drift"),
                                rules.shortened(DRIFT_FACTOR).only(LAYOUTS, true),
                                1,
                                targets,
                                manager.address())) {
                    play();
                }
            }
        }
    }

    private void play() {
        Instant begun = Instant.now();
        if (ALL) {
            readThreeIssues();
        }
        for (Fault fault : faults(begun)) {
            await("nobody is told of anything before: " + fault.name())
                    .atMost(LONG)
                    .pollInterval(OFTEN)
                    .until(() -> alertmanager.firing().isEmpty());
            play(fault);
        }
        System.out.printf("Times of the rules divided by %d, of drift by %d:%n", FACTOR, DRIFT_FACTOR);
        System.out.printf("%-24s %-28s %8s%n", "fault", "alert", "seconds");
        table.forEach(System.out::println);
    }

    private void play(Fault fault) {
        Set<String> told = new TreeSet<>();
        Instant begun = Instant.now();
        fault.begin().run();
        await(fault.name()).atMost(LONG).pollInterval(OFTEN).until(() -> {
            told.addAll(alertmanager.told());
            return told.contains(fault.alert());
        });
        Duration after = Duration.between(begun, Instant.now());
        Instant over = Instant.now().plus(AFTERMATH);
        await().atMost(LONG).pollInterval(OFTEN).until(() -> {
            told.addAll(alertmanager.told());
            return Instant.now().isAfter(over);
        });
        table.add(String.format("%-24s %-28s %8d", fault.name(), fault.alert(), after.toSeconds()));
        assertThat(told).as(fault.name()).containsExactly(fault.alert());
        fault.end().run();
    }

    private List<Fault> faults(Instant begun) {
        Fault parser = new Fault(
                "parser stopped", "JdfwireServiceDown", () -> fleet.stop("parser-1"), () -> fleet.start("parser-1"));
        if (!ALL) {
            return List.of(parser);
        }
        return List.of(
                parser,
                new Fault(
                        "store stopped",
                        "JdfwireServiceDown",
                        () -> fleet.stop("store-1"),
                        () -> fleet.start("store-1")),
                new Fault(
                        "Kafka broker stopped",
                        "JdfwireKafkaUnreachable",
                        () -> fleet.kill("servers"),
                        () -> fleet.start("servers")),
                new Fault(
                        "MongoDB stopped",
                        "JdfwireDatabaseUnreachable",
                        () -> database.kill("servers"),
                        () -> database.start("servers")),
                new Fault("webhook receiver down", "JdfwireWebhookFailing", this::refuseAWebhook, this::takeWebhooks),
                new Fault("source challenged", "JdfwireSourceChallenged", () -> site.challenges(true), () -> {
                    site.challenges(false);
                    poll();
                }),
                new Fault("source down", "JdfwireSourceFailing", site::vanishes, () -> {
                    site.returns();
                    poll();
                }),
                new Fault("layout changed", "JdfwireLayoutDrifts", () -> readAnIssueThatNamesNobody(begun), () -> {}));
    }

    /** Eight topics a page, one page after the other, so that Prometheus sees each of them. */
    private void readThreeIssues() {
        for (int issue = 201; issue <= 203; issue++) {
            drop(issue, "On October 1, Minister of Defense Kishi met a sample guest.");
        }
    }

    /** A day of the rules later: what was read before is the past. */
    private void readAnIssueThatNamesNobody(Instant begun) {
        Instant tomorrow =
                begun.plus(Duration.ofDays(1).dividedBy(DRIFT_FACTOR)).plusSeconds(60);
        await().atMost(LONG).until(() -> Instant.now().isAfter(tomorrow));
        drop(204, "On October 1, a sample guest was met.");
        drop(205, "On October 1, a sample guest was met.");
    }

    private void drop(int issue, String text) {
        String[] texts = new String[8];
        Arrays.fill(texts, text);
        fleet.inbox().drop(issue + ".html", SamplePages.page(issue, texts), SamplePages.url(issue));
        FeedClient store = fleet.store("store-1");
        await("issue " + issue)
                .atMost(LONG)
                .until(() -> store.journal().stream()
                        .anyMatch(change -> change.at("/topic/issue/number").asInt(0) == issue));
        // each in an interval of the rules of its own
        Instant next = Instant.now().plus(Duration.ofHours(1).dividedBy(DRIFT_FACTOR));
        await().atMost(LONG).until(() -> Instant.now().isAfter(next));
    }

    private void refuseAWebhook() {
        site.refusesWebhooks(true);
        HttpResponse<String> made = post("/v1/subscriptions", "{\"url\":\"" + site.receiver() + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        webhook = Json.MAPPER.readTree(made.body()).path("id").asString();
        drop(206, "On October 1, Minister of Defense Kishi met another guest.");
    }

    private void takeWebhooks() {
        site.refusesWebhooks(false);
        // it goes on at once instead of in five minutes
        for (String step : List.of("pause", "resume")) {
            assertThat(post("/v1/subscriptions/" + webhook + "/" + step, "").statusCode())
                    .as(step)
                    .isEqualTo(200);
        }
    }

    private void poll() {
        assertThat(post("/v1/sources/sample/poll", "").statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> post(String path, String json) {
        return fleet.store("store-1").post(path, TOKEN, json);
    }

    private String target(String name) {
        return fleet.management(name).url().replace("http://", "").replace("/actuator", "");
    }

    /** The database is a process of its own: the other servers of the fleet are the broker. */
    private Map<String, String> environment() throws IOException {
        String servers = Files.readString(folder.resolve("database/fleet/servers.address"))
                .strip();
        Map<String, String> environment = new HashMap<>(site.settings());
        environment.put("JDFWIRE_CANARY", "3s");
        environment.put(
                "JDFWIRE_JAVA_OPTS",
                "-DJDFWIRE_MONGODB=" + servers.substring(servers.indexOf("mongodb://"))
                        + "?serverSelectionTimeoutMS=10000");
        environment.put("JDFWIRE_TOKEN_SHA256", sha256(TOKEN));
        return environment;
    }

    private static String sha256(String token) {
        return Json.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
