package org.jdfwire.store.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.store.Fetched;
import org.jdfwire.store.Templates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class FetchesTest {
    private static final FetchDocument FIRST = start(Outcome.FETCHED, MORNING);
    private static final FetchDocument SECOND = start(Outcome.CHALLENGED, NOON);
    private static final FetchDocument THIRD = start(Outcome.UNCHANGED, EVENING);

    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;
    private Fetches fetches;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "fetches");
        fetches = new Fetches(mongo);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void onlyANewerAttemptReplacesAnOlderOne() {
        fetches.save(List.of(SECOND));
        fetches.save(List.of(FIRST));
        assertThat(saved()).containsExactly(SECOND);

        fetches.save(List.of(THIRD));
        assertThat(saved()).containsExactly(THIRD);
    }

    @Test
    void ofOneBatchTheNewestIsKept() {
        fetches.save(List.of(FIRST, THIRD, SECOND));

        assertThat(saved()).containsExactly(THIRD);
    }

    @Test
    void aReplayChangesNothing() {
        List<FetchDocument> log = List.of(FIRST, SECOND, other(NOON), THIRD);
        fetches.save(log);
        List<FetchDocument> before = saved();

        log.forEach(fetch -> fetches.save(List.of(fetch)));
        fetches.save(log);

        assertThat(saved()).isEqualTo(before).containsExactlyInAnyOrder(other(NOON), THIRD);
    }

    @Test
    void ofTwoAtTheSameTimeTheLaterInTheLogIsKept() {
        FetchDocument found = start(null, NOON);
        fetches.save(List.of(found));
        fetches.save(List.of(SECOND));
        assertThat(saved()).containsExactly(SECOND);

        fetches.save(List.of(found, SECOND));
        assertThat(saved()).containsExactly(SECOND);
    }

    @Test
    void knowsThePartitionsThatItHasAnythingOf() {
        fetches.save(List.of(FIRST));

        assertThat(fetches.knows(2)).isTrue();
        assertThat(fetches.knows(3)).isFalse();
    }

    private List<FetchDocument> saved() {
        return mongo.findAll(FetchDocument.class);
    }

    private static FetchDocument start(Outcome outcome, Instant at) {
        return FetchDocument.of(2, Fetched.startPage(outcome, at, at));
    }

    private static FetchDocument other(Instant at) {
        return FetchDocument.of(4, Fetched.page(Fetched.START + "other.html", 1, Outcome.GONE, at, at, 0));
    }
}
