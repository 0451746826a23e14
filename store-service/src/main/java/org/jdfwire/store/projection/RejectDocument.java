package org.jdfwire.store.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRejected;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A page that could not be read as a document of the collection {@code rejects}.
 *
 * @param id of the event
 * @param partition of {@code jdf.rejects}
 * @param offset of the event in it
 * @param at when it was refused, to the millisecond
 * @param json the reject as it is shown
 */
@Document("rejects")
@CompoundIndex(def = "{'at': -1, '_id': -1}")
@CompoundIndex(def = "{'partition': 1, 'offset': -1}")
record RejectDocument(@MongoId String id, int partition, long offset, Instant at, String json) {
    static final String ID = "_id";
    static final String AT = "at";
    static final String PARTITION = "partition";
    static final String OFFSET = "offset";

    static RejectDocument of(Rejects.Incoming incoming) {
        PageRejected event = incoming.event();
        Rejects.Reject reject =
                new Rejects.Reject(event.page().url(), event.reason(), event.detail(), incoming.at(), event.page());
        return new RejectDocument(
                incoming.eventId(),
                incoming.partition(),
                incoming.offset(),
                incoming.at(),
                new String(Json.bytes(reject), StandardCharsets.UTF_8));
    }

    /** Reads the reject back. */
    Rejects.Marked marked() {
        Rejects.Reject reject = Json.read(json.getBytes(StandardCharsets.UTF_8), Rejects.Reject.class);
        return new Rejects.Marked(reject, new Rejects.Mark(at, id));
    }
}
