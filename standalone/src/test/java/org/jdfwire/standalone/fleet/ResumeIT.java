package org.jdfwire.standalone.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jdfwire.standalone.ChangeChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A client of each transport comes and goes between two stores, which are killed in turn, while changes are published;
 * each ends with exactly the journal. So do receivers of webhooks, whatever they do wrong; each store that is killed is
 * just sending to one.
 *
 * <p>By default 600 changes and one kill; all that is asked for with {@code -Djdfwire.resume.versions=28
 * -Djdfwire.resume.kills=6}: 5,100 changes.
 */
class ResumeIT {
    private static final int VERSIONS = Integer.getInteger("jdfwire.resume.versions", 3);
    private static final int KILLS = Integer.getInteger("jdfwire.resume.kills", 1);
    private static final int CHANGES = Publication.changes(VERSIONS);
    /** How often each client leaves in the middle, at least. */
    private static final int LEAVES = CHANGES / 25;

    private static final int WITHDRAWALS = Publication.withdrawals(VERSIONS);
    /** Of the few withdrawals one or none fits into a stay, so that each two make it leave. */
    private static final int LEAVES_OF_FEW = WITHDRAWALS / 2;

    /** No change of a topic has fewer. */
    private static final int LEAST_BYTES = 1_500;

    private static final long EVERY_MILLIS = 100;
    private static final int MINUTES = 5 + CHANGES / 500;
    private static final String FILTERED = "SSE, filtered";
    private static final String[] STORES = {"store-1", "store-2"};
    /** A receiver that is wrong twice in a row about a change is left alone for minutes, so it is wrong now and then. */
    private static final int EVERY = CHANGES / 4;

    @TempDir
    Path data;

    @Test
    void whoComesAndGoesHasExactlyTheJournal() throws Exception {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);
        try (Receivers receivers = Receivers.open(data, EVERY);
                Fleet fleet = new Fleet(data, environment(receivers))) {
            fleet.start("servers", "store-1", "store-2");
            receivers.subscribe(fleet.store("store-1"));
            List<Visits> visits = clients(fleet.kafka()).stream()
                    .map(client -> Visits.begin(client, urls(fleet), leaves(client), threads))
                    .toList();
            try (Publication publication = Publication.begin(fleet.kafka(), VERSIONS, EVERY_MILLIS)) {
                for (int kill = 0; kill < KILLS; kill++) {
                    double due = (kill + 0.5) / KILLS;
                    await().atMost(Duration.ofMinutes(MINUTES)).until(() -> publication.share() >= due);
                    killAndStartAgain(fleet, STORES[kill % 2], STORES[1 - kill % 2]);
                }
                for (Visits each : visits) {
                    each.await(MINUTES);
                }
            }
            List<JsonNode> journal = fleet.store("store-2").journal();
            assertThat(fleet.store("store-1").journal()).isEqualTo(journal);
            assertThat(journal).hasSize(CHANGES);
            ChangeChain.assertWhole(journal);
            visits.forEach(System.out::println);
            assertThat(leastBytes(journal)).as("bytes of the smallest").isGreaterThanOrEqualTo(LEAST_BYTES);
            for (Visits each : visits) {
                assertHasAll(each, journal);
            }
            receivers.assertHaveAll(journal, fleet.store("store-1"), Duration.ofMinutes(MINUTES));

            fleet.stop(STORES);
            assertThat(fleet.rebuild()).contains("The chain ends in the same hash as before");
            fleet.start("store-1");
            assertThat(fleet.store("store-1").journal())
                    .as("what was made again from Kafka")
                    .isEqualTo(journal);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<ResumingClient> clients(String kafka) {
        int stay = stay(CHANGES - Publication.PAGES, LEAVES);
        int shortStay = stay(WITHDRAWALS, LEAVES_OF_FEW);
        return List.of(
                new PageClient("JSON pages", CHANGES, stay, 0),
                new PageClient("long poll", CHANGES, stay, 20),
                new StreamClient.Sse("SSE", CHANGES, stay, ""),
                new StreamClient.Sse(FILTERED, WITHDRAWALS, shortStay, "type=topic.withdrawn"),
                new StreamClient.Ndjson("NDJSON", CHANGES, stay),
                new AtomClient(CHANGES - Publication.PAGES, 150_000),
                new JsonFeedClient(100_000, Publication.last(VERSIONS)),
                new KafkaClient(kafka, CHANGES, stay));
    }

    /** Returns the longest stay, in bytes, with which a client that is told so many changes must leave so often. */
    private static int stay(int changes, int leaves) {
        return changes * LEAST_BYTES / (leaves + 1);
    }

    private static int leaves(ResumingClient client) {
        return isFiltered(client) ? LEAVES_OF_FEW : LEAVES;
    }

    private static boolean isFiltered(ResumingClient client) {
        return client.toString().equals(FILTERED);
    }

    private static int leastBytes(List<JsonNode> journal) {
        return journal.stream()
                .filter(change -> change.has("topicId"))
                .mapToInt(change -> change.toString().getBytes(StandardCharsets.UTF_8).length)
                .min()
                .orElseThrow();
    }

    private static Map<String, String> environment(Receivers receivers) {
        Map<String, String> environment = new HashMap<>(receivers.settings());
        environment.put("STORE_HEARTBEAT", "1s");
        return environment;
    }

    private static List<String> urls(Fleet fleet) {
        return Arrays.stream(STORES).map(name -> fleet.store(name).url()).toList();
    }

    /** Kills a store that is just sending to a webhook, so that the other has to take that over. */
    private static void killAndStartAgain(Fleet fleet, String victim, String other) {
        try (Leases leases = new Leases(fleet.mongodb())) {
            await(victim + " holds a lease")
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> leases.isHeldBy(fleet.pid(victim)) && isFrozenWith(leases, fleet, victim));
        }
        fleet.kill(victim);
        String latest =
                fleet.store(other).get("/v1/changes?since=now").path("latest").asString();
        await(victim + " is down")
                .atMost(Duration.ofMinutes(1))
                .until(() -> !fleet.store(other)
                        .get("/v1/changes?since=" + latest)
                        .path("changes")
                        .isEmpty());
        fleet.start(victim);
    }

    /** A turn can end between a look and the kill, but for one that is frozen. */
    private static boolean isFrozenWith(Leases leases, Fleet fleet, String victim) {
        fleet.freeze(victim);
        boolean holds = leases.isHeldBy(fleet.pid(victim));
        if (!holds) {
            fleet.thaw(victim);
        }
        return holds;
    }

    private static void assertHasAll(Visits visits, List<JsonNode> journal) {
        ResumingClient client = visits.client();
        if (client instanceof AtomClient) {
            assertThat(client.seen()).as(visits.toString()).containsExactlyInAnyOrderElementsOf(topics(journal));
        } else if (client instanceof JsonFeedClient) {
            assertThat(client.seen())
                    .as(visits.toString())
                    .doesNotHaveDuplicates()
                    .isSubsetOf(topics(journal));
        } else {
            boolean filtered = isFiltered(client);
            assertThat(client.seen())
                    .as(visits.toString())
                    .containsExactlyElementsOf(journal.stream()
                            .filter(change -> !filtered || isWithdrawal(change))
                            .map(ResumingClient::line)
                            .toList());
        }
        assertThat(visits.left()).as(visits.toString()).isGreaterThanOrEqualTo(leaves(client));
    }

    private static List<String> topics(List<JsonNode> journal) {
        return journal.stream()
                .filter(change -> change.has("topicId"))
                .map(change -> AtomClient.line(
                        change.path("topicId").asString(),
                        isWithdrawal(change)
                                ? change.path("recordedAt").asString()
                                : change.at("/topic/paragraphs/0").asString()))
                .toList();
    }

    private static boolean isWithdrawal(JsonNode change) {
        return change.path("type").asString().equals("topic.withdrawn");
    }
}
