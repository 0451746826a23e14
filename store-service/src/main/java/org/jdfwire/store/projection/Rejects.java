package org.jdfwire.store.projection;

import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.RejectReason;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The pages that could not be read, collection {@code rejects}; the id is the event's, so a repeat is a no-op. */
public final class Rejects {
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, RejectDocument.AT, RejectDocument.ID);

    private final MongoOperations mongo;

    /** Keeps the rejects there. */
    public Rejects(MongoOperations mongo) {
        this.mongo = mongo;
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

    /** A reject as it came in: the id of its event, its place in {@code jdf.rejects}, and when it was recorded. */
    public record Incoming(String eventId, int partition, long offset, Instant at, PageRejected event) {}

    /** Keeps the rejects. */
    public void save(List<Incoming> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        BulkOperations replacements = mongo.bulkOps(BulkOperations.BulkMode.ORDERED, RejectDocument.class);
        for (Incoming incoming : rejects) {
            replacements.replaceOne(
                    Query.query(Criteria.where(RejectDocument.ID).is(incoming.eventId())),
                    RejectDocument.of(incoming),
                    FindAndReplaceOptions.options().upsert());
        }
        replacements.execute();
    }

    /** Returns the offset after the last reject that is kept of a partition of {@code jdf.rejects}. */
    public long next(int partition) {
        RejectDocument last = mongo.findOne(
                Query.query(Criteria.where(RejectDocument.PARTITION).is(partition))
                        .with(Sort.by(Sort.Direction.DESC, RejectDocument.OFFSET)),
                RejectDocument.class);
        return last == null ? 0 : last.offset() + 1;
    }

    /** Returns the newest first, after a mark or from the start. */
    public List<Marked> newest(@Nullable Mark after, int limit) {
        Query query = after == null ? new Query() : Query.query(olderThan(after));
        return mongo.find(query.with(NEWEST_FIRST).limit(limit), RejectDocument.class).stream()
                .map(RejectDocument::marked)
                .toList();
    }

    private static Criteria olderThan(Mark mark) {
        return new Criteria()
                .orOperator(
                        Criteria.where(RejectDocument.AT).lt(mark.at()),
                        Criteria.where(RejectDocument.AT)
                                .is(mark.at())
                                .and(RejectDocument.ID)
                                .lt(mark.id()));
    }
}
