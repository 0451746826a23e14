package org.jdfwire.standalone.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
 * each ends with exactly the journal. So do receivers of webhooks, whatever they do wrong.
 *
 * <p>By default 600 changes and one kill; all that is asked for with {@code -Djdfwire.resume.versions=28
 * -Djdfwire.resume.kills=6}: 5,100 changes.
 */
class ResumeIT {
    private static final int VERSIONS = Integer.getInteger("jdfwire.resume.versions", 3);
    private static final int KILLS = Integer.getInteger("jdfwire.resume.kills", 1);
    private static final int CHANGES = Publication.changes(VERSIONS);
    private static final int LEAVES = CHANGES / 25;
    private static final long EVERY_MILLIS = 100;
    private static final int MINUTES = 5 + CHANGES / 500;
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
                    .map(client -> Visits.begin(client, urls(fleet), threads))
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
            for (Visits each : visits) {
                assertHasAll(each, journal);
            }
            receivers.assertHaveAll(journal, Duration.ofMinutes(MINUTES));

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
        return List.of(
                new PageClient("JSON pages", CHANGES, 30_000, 0),
                new PageClient("long poll", CHANGES, 30_000, 20),
                new StreamClient.Sse("SSE", CHANGES, 50_000, ""),
                new StreamClient.Sse("SSE, filtered", Publication.withdrawals(VERSIONS), 3_500, "type=topic.withdrawn"),
                new StreamClient.Ndjson("NDJSON", CHANGES, 50_000),
                new AtomClient(CHANGES - Publication.PAGES, 150_000),
                new JsonFeedClient(100_000, Publication.last(VERSIONS)),
                new KafkaClient(kafka, CHANGES, 50_000));
    }

    private static Map<String, String> environment(Receivers receivers) {
        Map<String, String> environment = new HashMap<>(receivers.settings());
        environment.put("STORE_HEARTBEAT", "1s");
        return environment;
    }

    private static List<String> urls(Fleet fleet) {
        return Arrays.stream(STORES).map(name -> fleet.store(name).url()).toList();
    }

    private static void killAndStartAgain(Fleet fleet, String victim, String other) {
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
            boolean filtered = client.toString().contains("filtered");
            assertThat(client.seen())
                    .as(visits.toString())
                    .containsExactlyElementsOf(journal.stream()
                            .filter(change -> !filtered || isWithdrawal(change))
                            .map(ResumingClient::line)
                            .toList());
        }
        assertThat(visits.left()).as(visits.toString()).isGreaterThanOrEqualTo(LEAVES);
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
