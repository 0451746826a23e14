package org.jdfwire.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.store.StoreRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages on Kafka in, their exact bytes out. */
class PagesXIT {
    private static final String URL = "https://www.mod.go.jp/en/jdf/";
    private static final byte[] PAGE = {'<', 's', 'c', 'r', 'i', 'p', 't', '>', (byte) 0x93, (byte) 0xFA, '\r', '\n'};
    private static final String SHA256 = Json.sha256(PAGE);
    private static final String PATH = "/v1/pages/" + SHA256;

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
    void givesTheExactBytesAndNeverAsAPage() {
        send(URL, 1);
        send(URL + "twin.html", 1);
        shows(2);

        HttpResponse<byte[]> response = rig.getBytes(rig.uri(PATH));
        assertThat(response.body()).isEqualTo(PAGE);
        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("application/octet-stream"))
                .containsEntry("content-disposition", List.of("attachment; filename=\"" + SHA256 + ".bin\""))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry(
                        "content-security-policy", List.of("sandbox; default-src 'none'; frame-ancestors 'none'"));
        assertThat(rig.getBytes(rig.uri(PATH), "Accept", "text/html").headers().firstValue("Content-Type"))
                .as("to a browser that would like a page")
                .hasValue("application/octet-stream");
        assertThat(rig.get(rig.uri(PATH), "If-None-Match", '"' + SHA256 + '"').statusCode())
                .isEqualTo(304);
        assertThat(rig.get(rig.uri(PATH + "/observations")).body())
                .isEqualTo("{\"sha256\":\"" + SHA256 + "\",\"size\":12,\"observations\":["
                        + "{\"url\":\"https://www.mod.go.jp/en/jdf/\",\"version\":1,"
                        + "\"observedAt\":\"2026-03-01T08:00:00Z\",\"via\":\"http\","
                        + "\"finalUrl\":\"https://www.mod.go.jp/en/jdf/\",\"httpStatus\":200,"
                        + "\"contentType\":\"text/html; charset=Shift_JIS\"},"
                        + "{\"url\":\"https://www.mod.go.jp/en/jdf/twin.html\",\"version\":1,"
                        + "\"observedAt\":\"2026-03-01T08:00:00Z\",\"via\":\"http\","
                        + "\"finalUrl\":\"https://www.mod.go.jp/en/jdf/twin.html\",\"httpStatus\":200,"
                        + "\"contentType\":\"text/html; charset=Shift_JIS\"}]}");
    }

    @Test
    void isBuiltAnewFromKafkaWhenTheDatabaseWasDropped() {
        send(URL, 1);
        shows(1);
        rig.stop();
        rig.dropDatabase();
        rig.start();

        shows(1);
        send(URL + "later.html", 1);
        shows(2);
    }

    @Test
    void aRecordThatCannotBeReadIsCountedAndStopsNothing() {
        rig.send(Destinations.PAGES, URL, Map.of(), PAGE);
        rig.send(event(URL, 1), "other bytes".getBytes(StandardCharsets.UTF_8));
        send(URL, 2);

        shows(1);
        assertThat(rig.get(rig.management("/actuator/prometheus")).body())
                .contains("jdfwire_stage_rejected_total{stage=\"archive\"} 2.0")
                .contains("jdfwire_stage_out_total{stage=\"archive\"} 1.0");
    }

    @Test
    void saysWhatIsNotThereAndWhatIsNoHash() {
        for (String more : new String[] {"", "/observations"}) {
            assertThat(rig.get(rig.uri("/v1/pages/" + "ab".repeat(32) + more)).statusCode())
                    .isEqualTo(404);
            assertThat(Json.MAPPER
                            .readTree(
                                    rig.get(rig.uri("/v1/pages/latest" + more)).body())
                            .get("detail")
                            .asString())
                    .isEqualTo("sha256: latest (expected: 64 lower-case hex digits)");
        }
    }

    private void send(String url, int version) {
        rig.send(event(url, version), PAGE);
    }

    private static PageFetched event(String url, int version) {
        return new PageFetched(
                new PageRef(url, version, SHA256, MORNING),
                Via.HTTP,
                url,
                200,
                null,
                null,
                "text/html; charset=Shift_JIS");
    }

    private void shows(int observations) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> rig.json(PATH + "/observations")
                                .path("observations")
                                .size(),
                        size -> size == observations);
    }
}
