package org.jdfwire.store.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jspecify.annotations.Nullable;

/** The pages that could not be read, collection {@code rejects}; the id is the event's, so a repeat is a no-op. */
public final class Rejects {
    private static final String ID = "_id";
    private static final String AT = "at";
    private static final String JSON = "json";

    private final MongoCollection<Document> documents;

    /** Takes the collection {@code rejects} of the database and makes its index. */
    public Rejects(MongoDatabase database) {
        documents = database.getCollection("rejects");
        documents.createIndex(Indexes.descending(AT, ID));
    }

    /**
     * A page that could not be read, as {@code GET /v1/rejects} shows it.
     *
     * @param url its canonical URL
     * @param reason why
     * @param detail why, in a sentence
     * @param at when it was refused: the Kafka timestamp
     * @param page which version of it
     */
    public record Reject(String url, RejectReason reason, String detail, Instant at, PageRef page) {}

    /**
     * Where one page of the list ended.
     *
     * @param at when the last one shown was refused
     * @param id the id of its event
     */
    public record Mark(Instant at, String id) {}

    /** A reject with the mark to go on after it. */
    public record Marked(Reject reject, Mark mark) {}

    /** A reject as it came in. */
    public record Incoming(String eventId, Instant at, PageRejected event) {}

    /** Keeps the rejects. */
    public void save(List<Incoming> rejects) {
        if (!rejects.isEmpty()) {
            documents.bulkWrite(rejects.stream().map(Rejects::replacement).toList());
        }
    }

    /** Returns the newest first, after a mark or from the start. */
    public List<Marked> newest(@Nullable Mark after, int limit) {
        return documents
                .find(after == null ? new Document() : olderThan(after))
                .sort(Sorts.descending(AT, ID))
                .limit(limit)
                .map(Rejects::marked)
                .into(new ArrayList<>());
    }

    private static Bson olderThan(Mark mark) {
        Date at = Date.from(mark.at());
        return Filters.or(Filters.lt(AT, at), Filters.and(Filters.eq(AT, at), Filters.lt(ID, mark.id())));
    }

    private static ReplaceOneModel<Document> replacement(Incoming incoming) {
        PageRejected event = incoming.event();
        Reject reject = new Reject(event.page().url(), event.reason(), event.detail(), incoming.at(), event.page());
        Document document = new Document(ID, incoming.eventId())
                .append(AT, Date.from(incoming.at()))
                .append(JSON, new String(Json.bytes(reject), StandardCharsets.UTF_8));
        return new ReplaceOneModel<>(Filters.eq(ID, incoming.eventId()), document, new ReplaceOptions().upsert(true));
    }

    private static Marked marked(Document document) {
        Reject reject = Json.read(document.getString(JSON).getBytes(StandardCharsets.UTF_8), Reject.class);
        return new Marked(reject, new Mark(document.getDate(AT).toInstant(), document.getString(ID)));
    }
}
