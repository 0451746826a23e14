package org.jdfwire.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.EVENING;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.store.Fetched;
import org.jdfwire.store.Templates;
import org.jdfwire.store.projection.FetchDocument;
import org.jdfwire.store.projection.Fetches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class SourceMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private MongoServer server;
    private MongoClient client;
    private Fetches fetches;
    private SourceMeters meters;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        MongoTemplate mongo = Templates.of(client, "meters");
        fetches = new Fetches(mongo);
        meters = new SourceMeters(new SourceFinder(mongo), registry);
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void showTheOutcomeOfEachSourceAndNoOther() {
        show(Fetched.startPage(Outcome.CHALLENGED, MORNING, NOON), Fetched.file("a", Outcome.FETCHED, NOON));
        assertThat(outcome("jdf", "challenged")).isOne();
        assertThat(outcome("inbox", "fetched")).isOne();
        assertThat(outcome("inbox", "challenged")).isZero();

        show(Fetched.startPage(Outcome.NOT_MODIFIED, EVENING, EVENING));
        assertThat(outcome("jdf", "challenged")).isZero();
        assertThat(outcome("jdf", "not_modified")).isOne();
    }

    @Test
    void showTheLastSuccessOnceThereIsOne() {
        show(Fetched.startPage(Outcome.CHALLENGED, MORNING, NOON));
        assertThat(registry.find("jdfwire.source.last.success.timestamp").gauge())
                .isNull();

        show(Fetched.startPage(Outcome.FETCHED, EVENING, EVENING));
        Gauge last = registry.get("jdfwire.source.last.success.timestamp")
                .tag("source", "jdf")
                .gauge();
        assertThat(last.value()).isEqualTo(EVENING.getEpochSecond());
    }

    private void show(FetchRecord... records) {
        fetches.save(List.of(records).stream()
                .map(record -> FetchDocument.of(0, record))
                .toList());
        meters.refresh();
    }

    private double outcome(String source, String outcome) {
        return registry.get("jdfwire.source.outcome")
                .tags("source", source, "outcome", outcome)
                .gauge()
                .value();
    }
}
