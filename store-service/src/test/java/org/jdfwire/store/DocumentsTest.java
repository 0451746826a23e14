package org.jdfwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.NOON;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.manifest;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.store.archive.ArchivedPage;
import org.jdfwire.store.archive.PageArchive;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.projection.FetchDocument;
import org.jdfwire.store.projection.Fetches;
import org.jdfwire.store.projection.LogPosition;
import org.jdfwire.store.projection.LogPositions;
import org.jdfwire.store.projection.Projection;
import org.jdfwire.store.projection.Rejects;
import org.jdfwire.store.rules.Chain;
import org.jdfwire.store.rules.JournalEvent;
import org.jdfwire.store.rules.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Databases that are there hold these documents, so their shapes stay as they are. */
class DocumentsTest {
    private static final PageRef PAGE = page(133, 1, MORNING, "v1");

    private MongoServer server;
    private MongoClient client;
    private MongoTemplate mongo;

    @BeforeEach
    void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "documents");
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void changesAndStatesAreStoredLikeThis() {
        Ledger ledger = new Ledger(List.of(), List.of(), List.of());
        Chain chain = new Chain(null, null);
        List<Change> changes = new ArrayList<>(chain.append(
                ledger, new JournalEvent.TopicRead(envelope(0), topic(133, "germany", PAGE, PARSER, "One."))));
        changes.addAll(
                chain.append(ledger, new JournalEvent.PageRead(envelope(1), manifest(133, PAGE, PARSER, "germany"))));
        new TopicJournal(mongo).append(changes);
        Projection projection = new Projection(mongo);
        projection.saveShown(ledger);
        projection.savePages(ledger);

        assertThat(stored("changes")).containsExactly(Document.parse("""
                {"_id": {"$numberLong": "0"}, "recordedAt": {"$date": "2026-03-01T12:00:00Z"},
                "type": "issue.published", "topicId": null, "publication": "jdf", "issue": 133, "section": null,
                "countries": [], "kind": null, "people": [], "organizations": [], "occurred": [], "text": ""}"""), Document.parse("""
                {"_id": {"$numberLong": "1"}, "recordedAt": {"$date": "2026-03-01T12:00:00Z"},
                "type": "topic.created", "topicId": "jdf-133-topics-germany", "publication": "jdf", "issue": 133,
                "section": "topics", "countries": ["DE"], "kind": "teleconference", "people": ["tanaka"],
                "organizations": ["nids"], "occurred": [{"start": "2026-02-03", "end": "2026-02-04"}],
                "text": "talks: germany\\none."}"""));
        assertThat(stored("topics")).containsExactly(Document.parse("""
                {"_id": "jdf-133-topics-germany", "cursor": {"$numberLong": "1"}, "stateCursor": {"$numberLong": "1"}, "withdrawn": false,
                "publishedAt": {"$date": "2026-03-01T12:00:00Z"}, "updatedAt": {"$date": "2026-03-01T12:00:00Z"},
                "month": "2026-02", "firstDay": "2026-02-03",
                "timeline": "{\\"stretches\\":[{\\"from\\":\\"2026-03-01T08:00:00Z\\",\\"contentHash\\":\\"sha256:a2ae335654d3ecefdfacac24616a350b0ab1e8c44fac776650e3b171753954e4\\",\\"sha256\\":\\"%s\\"}]}",
                "type": "topic.created", "topicId": "jdf-133-topics-germany", "publication": "jdf", "issue": 133,
                "section": "topics", "countries": ["DE"], "kind": "teleconference", "people": ["tanaka"],
                "organizations": ["nids"], "occurred": [{"start": "2026-02-03", "end": "2026-02-04"}],
                "text": "talks: germany\\none."}""".formatted(PAGE.sha256())));
        assertThat(stored("issues")).containsExactly(Document.parse("""
                {"_id": "jdf-133", "cursor": {"$numberLong": "0"}, "number": 133}"""));
        assertThat(stored("pages")).containsExactly(Document.parse("""
                {"_id": "https://www.mod.go.jp/en/jdf/no133/topics.html", "cursor": {"$numberLong": "4096"}}"""));
    }

    @Test
    void thePositionIsStoredLikeThis() {
        new LogPositions(mongo).save(LogPosition.start("log-1", 2).at(7));

        assertThat(mongo.getCollection("journal").find()).containsExactly(Document.parse("""
                {"_id": "jdf.topics", "kafkaTopicId": "log-1", "epoch": 2, "offset": {"$numberLong": "7"}}"""));
    }

    @Test
    void aFetchIsStoredLikeThis() {
        new Fetches(mongo).save(List.of(FetchDocument.of(3, Fetched.startPage(Outcome.CHALLENGED, MORNING, NOON))));

        assertThat(mongo.getCollection("fetches").find()).containsExactly(Document.parse("""
                {"_id": "https://www.mod.go.jp/en/jdf/", "partition": 3, "source": "jdf", "kind": "site", "depth": 0,
                "outcome": "CHALLENGED", "at": {"$date": "2026-03-01T12:00:00Z"},
                "since": {"$date": "2026-03-01T08:00:00Z"}, "detail": "CHALLENGED at https://www.mod.go.jp/en/jdf/",
                "nextAt": {"$date": "2026-03-01T12:10:00Z"},
                "version": 0}"""));
    }

    @Test
    void aPageAndItsObservationAreStoredLikeThis() {
        byte[] body = "<p>a sample page".getBytes(StandardCharsets.UTF_8);
        String sha256 = Json.sha256(body);
        PageRef page = new PageRef("https://www.mod.go.jp/en/jdf/", 2, sha256, MORNING);
        new PageArchive(mongo)
                .save(List.of(new ArchivedPage(
                        3, 7, new PageFetched(page, Via.HTTP, page.url(), 200, "\"a\"", null, "text/html"), body)));

        assertThat(mongo.getCollection("observations").find()).containsExactly(Document.parse("""
                {"_id": "https://www.mod.go.jp/en/jdf/@2", "sha256": "%s", "partition": 3,
                "offset": {"$numberLong": "7"}, "url": "https://www.mod.go.jp/en/jdf/", "version": 2,
                "observedAt": {"$date": "2026-03-01T08:00:00Z"}, "via": "HTTP",
                "finalUrl": "https://www.mod.go.jp/en/jdf/", "httpStatus": 200,
                "contentType": "text/html"}""".formatted(sha256)));
        assertThat(mongo.getCollection("bytes").find())
                .singleElement()
                .satisfies(document -> assertThat(document)
                        .containsOnlyKeys("_id", "size", "gzip")
                        .containsEntry("_id", sha256)
                        .containsEntry("size", 16));
    }

    @Test
    void anIdIsStoredAsTheTextItIs() {
        String looksLikeAnObjectId = "0123456789abcdef01234567";
        PageRejected event = new PageRejected(RejectReason.EMPTY, "no topics", PAGE, PARSER);
        new Rejects(mongo).save(List.of(new Rejects.Incoming(looksLikeAnObjectId, 0, 7, NOON, event)));

        assertThat(stored("rejects")).containsExactly(Document.parse("""
                {"_id": "0123456789abcdef01234567", "partition": 0, "offset": {"$numberLong": "7"},
                "at": {"$date": "2026-03-01T12:00:00Z"}}"""));
    }

    /** Returns the documents without the texts that other tests pin. */
    private List<Document> stored(String collection) {
        List<Document> documents = mongo.getCollection(collection).find().into(new ArrayList<>());
        for (Document document : documents) {
            assertThat(document.remove("json")).isInstanceOf(String.class);
            document.remove("hash");
        }
        return documents;
    }

    private static JournalEvent.Envelope envelope(int offset) {
        return new JournalEvent.Envelope(Cursor.of(0, offset, 0), "event-" + offset, NOON, MORNING);
    }
}
