package org.jdfwire.store.projection;

import java.time.Instant;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * What the fetcher last recorded of one URL, as a document of the collection {@code fetches}; its members mean what
 * they mean in {@link FetchRecord}, times to the millisecond. What only the fetcher needs is left out.
 *
 * @param id the canonical URL
 * @param partition of {@code jdf.fetches} that the record came from
 */
@Document("fetches")
public record FetchDocument(
        @MongoId String id,
        int partition,
        String source,
        String kind,
        int depth,
        @Nullable Outcome outcome,
        @Nullable String detail,
        Instant at,
        Instant since,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextAt,
        int version) {
    static final String ID = "_id";
    static final String PARTITION = "partition";
    static final String AT = "at";

    /** Returns the document of a record. */
    public static FetchDocument of(int partition, FetchRecord record) {
        return new FetchDocument(
                record.url(),
                partition,
                record.source(),
                record.kind(),
                record.depth(),
                record.outcome(),
                record.detail(),
                record.at(),
                record.since(),
                record.lastSuccessAt(),
                record.nextAt(),
                record.version());
    }
}
