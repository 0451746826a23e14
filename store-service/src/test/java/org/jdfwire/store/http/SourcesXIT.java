package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.store.Fetched;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fetch records on Kafka in, the health of the sources out. */
class SourcesXIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String ISSUE = Fetched.START + "no133/topics.html";
    private static final String HEALTH = "{\"sources\":["
            + "{\"name\":\"inbox\",\"kind\":\"inbox\",\"outcome\":\"FETCHED\",\"since\":\"2026-03-01T12:00:00Z\","
            + "\"lastSuccessAt\":\"2026-03-01T12:00:00Z\",\"pagesKnown\":1,\"pagesPublished\":1,"
            + "\"outcomes\":{\"FETCHED\":1}},"
            + "{\"name\":\"jdf\",\"kind\":\"site\",\"outcome\":\"CHALLENGED\",\"since\":\"2026-03-01T12:00:00Z\","
            + "\"challengedSince\":\"2026-03-01T12:00:00Z\","
            + "\"detail\":\"CHALLENGED at https://www.mod.go.jp/en/jdf/\","
            + "\"lastSuccessAt\":\"2026-03-01T12:00:00Z\",\"nextPollAt\":\"2026-03-01T12:10:00Z\","
            + "\"pagesKnown\":2,\"pagesPublished\":1,\"outcomes\":{\"NOT_MODIFIED\":1,\"CHALLENGED\":1}}]}";

    private StoreRig rig;

    @BeforeEach
    void start() {
        rig = new StoreRig().start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void tellsSinceWhenASourceIsChallengedAndIsBuiltAnewFromKafka() {
        assertThat(rig.get(rig.uri("/v1/sources")).body()).isEqualTo("{\"sources\":[]}");
        sendHealth();
        shows(HEALTH);

        rig.stop();
        rig.dropDatabase();
        rig.start();

        shows(HEALTH);
        Awaitility.await()
                .atMost(LONG)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(metrics())
                        .contains("jdfwire_source_outcome{outcome=\"challenged\",source=\"jdf\"} 1.0")
                        .contains("jdfwire_source_outcome_timestamp_seconds{source=\"jdf\"} 1.7723664E9")
                        .contains("jdfwire_source_next_poll_timestamp_seconds{source=\"jdf\"} 1.772367E9")
                        .contains("jdfwire_source_last_success_timestamp_seconds{source=\"jdf\"} 1.7723664E9"));
    }

    @Test
    void aRecordThatCannotBeReadIsCountedAndStopsNothing() {
        rig.send(Destinations.FETCHES, Fetched.START, Map.of(), "not json".getBytes(StandardCharsets.UTF_8));
        rig.send(Destinations.FETCHES, Fetched.START, Map.of(), "{\"url\":\" \"}".getBytes(StandardCharsets.UTF_8));
        rig.send(Destinations.FETCHES, Fetched.START, Map.of(), null);
        sendHealth();

        shows(HEALTH);
        assertThat(metrics())
                .contains("jdfwire_stage_rejected_total{stage=\"watch\"} 3.0")
                .contains("jdfwire_stage_out_total{stage=\"watch\"} 4.0");
    }

    private void sendHealth() {
        rig.send(Fetched.startPage(Outcome.FETCHED, MORNING, MORNING));
        rig.send(Fetched.startPage(Outcome.CHALLENGED, NOON, NOON));
        rig.send(Fetched.page(ISSUE, 1, Outcome.NOT_MODIFIED, MORNING, NOON, 2));
        rig.send(Fetched.file(Fetched.START + "saved.html", Outcome.FETCHED, NOON));
    }

    private void shows(String expected) {
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(
                        () -> assertThat(rig.get(rig.uri("/v1/sources")).body()).isEqualTo(expected));
    }

    private String metrics() {
        return rig.get(rig.management("/actuator/prometheus")).body();
    }
}
