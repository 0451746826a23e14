package org.jdfwire.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.store.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class PageArchiveTest {
    private static final String URL = "https://www.mod.go.jp/en/jdf/";
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private MongoClient client;
    private MongoTemplate mongo;
    private PageArchive archive;

    @BeforeEach
    void start() {
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "archive");
        archive = new PageArchive(mongo);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void goesOnAfterWhatIsKeptOrWasPassedOverWhicheverIsLater() {
        archive.save(List.of(page(0, 5, URL, 1, "<p>one".getBytes(StandardCharsets.UTF_8))));
        archive.passOver(Map.of(0, 3L, 1, 8L));
        assertThat(archive.next(0)).isEqualTo(6);
        assertThat(archive.next(1)).isEqualTo(9);
        assertThat(archive.next(2)).isZero();

        archive.passOver(Map.of(0, 7L));
        assertThat(archive.next(0)).isEqualTo(8);
    }

    @Test
    void keepsBytesOnceAndEveryObservationOfThem() {
        byte[] one = "<p>one".getBytes(StandardCharsets.UTF_8);
        byte[] two = "<p>two".getBytes(StandardCharsets.UTF_8);
        archive.save(List.of(page(0, 0, URL, 1, one), page(0, 1, URL, 2, two), page(0, 2, URL, 3, one)));
        archive.save(List.of(page(4, 0, URL + "twin.html", 1, one)));

        assertThat(mongo.getCollection("bytes").countDocuments()).isEqualTo(2);
        assertThat(archive.find(Json.sha256(one))).isEqualTo(one);
        PageArchive.Entry entry = archive.describe(Json.sha256(one));
        assertThat(entry).isNotNull();
        assertThat(entry.size()).isEqualTo(6);
        assertThat(entry.observations())
                .extracting(observation -> observation.url() + "@" + observation.version())
                .containsExactly(URL + "@1", URL + "twin.html@1", URL + "@3");
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        List<ArchivedPage> batch = List.of(page(0, 5, URL, 1, new byte[] {1}), page(0, 6, URL, 2, new byte[0]));
        archive.save(batch);
        archive.save(batch);

        assertThat(mongo.getCollection("observations").countDocuments()).isEqualTo(2);
        assertThat(archive.find(Json.sha256(new byte[0]))).isEmpty();
    }

    @Test
    void knowsWhereItEndsInEachPartition() {
        archive.save(List.of(page(0, 9, URL, 2, new byte[] {2}), page(0, 4, URL, 1, new byte[] {1})));

        assertThat(archive.next(0)).isEqualTo(10);
        assertThat(archive.next(1)).isZero();
    }

    @Test
    void tellsWhatItDoesNotHave() {
        assertThat(archive.find("ab".repeat(32))).isNull();
        assertThat(archive.describe("ab".repeat(32))).isNull();
    }

    @Test
    void keepsALargePageThatCannotBeCompressed() {
        byte[] noise = new byte[15 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        archive.save(List.of(page(0, 0, URL, 1, noise)));

        assertThat(archive.find(Json.sha256(noise))).isEqualTo(noise);
    }

    @Test
    void refusesBytesThatAreNotThoseOfTheirHash() {
        PageFetched event = event(URL, 1, "ab".repeat(32));

        assertThatThrownBy(() -> new ArchivedPage(0, 0, event, new byte[0]))
                .hasMessageStartingWith("ce_pagesha256: " + "ab".repeat(32) + " (expected: e3b0c442");
    }

    private static ArchivedPage page(int partition, long offset, String url, int version, byte[] body) {
        return new ArchivedPage(partition, offset, event(url, version, Json.sha256(body)), body);
    }

    private static PageFetched event(String url, int version, String sha256) {
        PageRef page = new PageRef(url, version, sha256, MORNING.plusSeconds(version));
        return new PageFetched(page, Via.FILE, url, null, null, null, "text/html");
    }
}
