package org.jdfwire.standalone.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Json;
import org.jdfwire.standalone.ChangeChain;
import org.jdfwire.standalone.FeedClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The services as separate processes, two parsers and two stores among them: each is ended in turn, by force or in good
 * order, while pages come in, and started again. More rounds with {@code -Djdfwire.fleet.rounds=N}.
 */
class FleetIT {
    private static final int ROUNDS = Integer.getInteger("jdfwire.fleet.rounds", 1);
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final Duration NOW_AND_THEN = Duration.ofMillis(500);
    private static final Pattern TAKEN = Pattern.compile("(?m)^jdfwire_stage_in_total\\{.*stage=\"store\".*} (\\S+)$");

    /** So many pages that a parser which is down and has no standby would have had to read some of them. */
    private static final int SOME_IN_EACH_SHARE = 12;

    /** The store that writes, whichever that is at the time. */
    private static final String WRITER = "writer";

    private static final List<String> VICTIMS = List.of("servers", "fetcher", WRITER, WRITER, "parser-1", "parser-2");
    private static final Set<String> WITHOUT_STANDBY = Set.of("servers", "fetcher");

    @TempDir
    Path data;

    @Test
    void whateverProcessEndsNothingIsLostAndNothingComesTwice() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        // as behind one address, so that both say the same
        try (Fleet fleet = new Fleet(data, Map.of("STORE_PUBLIC_URL", "http://127.0.0.1"))) {
            fleet.start();
            PageFlow flow = PageFlow.into(fleet.inbox());
            try (flow) {
                for (int i = 0; i < ROUNDS * VICTIMS.size(); i++) {
                    boolean force = (i + i / VICTIMS.size()) % 2 == 0;
                    end(fleet, flow, VICTIMS.get(i % VICTIMS.size()), force, random.nextInt(20));
                }
            }

            FeedClient one = fleet.store("store-1");
            FeedClient two = fleet.store("store-2");
            await().atMost(SOON)
                    .pollInterval(NOW_AND_THEN)
                    .until(() -> fleet.inbox().isEmpty()
                            && one.journal().size() >= flow.expected().size());
            List<JsonNode> journal = one.journal();
            assertThat(PageFlow.told(journal))
                    .as("random seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(flow.expected());
            ChangeChain.assertWhole(journal);
            // the states and the bytes follow on the journal
            await().atMost(SOON).untilAsserted(() -> assertThat(topics(two)).isEqualTo(2 * flow.issues()));
            for (byte[] page : flow.pages()) {
                await().pollDelay(Duration.ZERO)
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(two.text("/v1/pages/" + Json.sha256(page)))
                                .as("the bytes that are kept")
                                .isEqualTo(new String(page, StandardCharsets.UTF_8)));
            }
            String feed = feed(one);
            assertThat(feed(two)).as("what the other store says").isEqualTo(feed);

            fleet.stop("store-1", "store-2");
            assertThat(fleet.rebuild()).contains("The chain ends in the same hash as before");
            fleet.start("store-1", "store-2");
            assertThat(feed(one)).as("what was made again from Kafka").isEqualTo(feed);
            assertThat(feed(two)).isEqualTo(feed);
        }
    }

    /** Ends a process somewhere in the flow, waits for its standby to do what it would have done, and starts it again. */
    private static void end(Fleet fleet, PageFlow flow, String victim, boolean force, int changes) {
        String process = victim.equals(WRITER) ? writer(fleet) : victim;
        FeedClient reader = fleet.store(process.equals("store-1") ? "store-2" : "store-1");
        int known = reader.journal().size();
        await().atMost(SOON).until(() -> reader.journal().size() > known + changes);
        if (force) {
            fleet.kill(process);
        } else {
            fleet.stop(process);
        }
        int dropped = flow.pages().size();
        await().atMost(SOON).until(() -> flow.pages().size() >= dropped + SOME_IN_EACH_SHARE);
        if (!WITHOUT_STANDBY.contains(process)) {
            List<String> due = flow.expected();
            await(process + " is down")
                    .atMost(SOON)
                    .pollInterval(NOW_AND_THEN)
                    .untilAsserted(
                            () -> assertThat(PageFlow.told(reader.journal())).containsAll(due));
        }
        fleet.start(process);
    }

    /** Returns the store that takes events now. */
    private static String writer(Fleet fleet) {
        Map<String, Double> before = Map.of("store-1", taken(fleet, "store-1"), "store-2", taken(fleet, "store-2"));
        return await().atMost(SOON)
                .until(
                        () -> before.keySet().stream()
                                .filter(store -> taken(fleet, store) > before.get(store))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static double taken(Fleet fleet, String store) {
        Matcher taken = TAKEN.matcher(fleet.management(store).text("/prometheus"));
        return taken.find() ? Double.parseDouble(taken.group(1)) : 0;
    }

    private static int topics(FeedClient store) {
        int topics = 0;
        for (JsonNode page = store.get("/v1/topics?limit=1000"); ; ) {
            topics += page.path("topics").size();
            if (!page.has("next")) {
                return topics;
            }
            page = store.get("/v1/topics?limit=1000&page=" + page.path("next").asString());
        }
    }

    /** Returns all that a store says in its feeds. */
    private static String feed(FeedClient store) {
        StringBuilder feed = new StringBuilder();
        store.journal().forEach(change -> feed.append(change).append('\n'));
        for (String path :
                List.of("/v1/topics?limit=1000", "/v1/issues?limit=1000", "/feeds/topics.atom", "/feeds/topics.json")) {
            feed.append(store.text(path)).append('\n');
        }
        return feed.toString();
    }
}
