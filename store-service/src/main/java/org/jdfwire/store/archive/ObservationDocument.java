package org.jdfwire.store.archive;

import java.time.Instant;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.Via;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * An {@link Observation} as a document of the collection {@code observations}.
 *
 * @param id {@code <url>@<version>}, the id of the event
 * @param sha256 of the bytes, the id of their document
 * @param partition of {@code jdf.pages} that it came from
 * @param offset in that partition
 */
@Document("observations")
@CompoundIndex(def = "{'sha256': 1, 'observedAt': 1}")
@CompoundIndex(def = "{'partition': 1, 'offset': -1}")
record ObservationDocument(
        @MongoId String id,
        String sha256,
        int partition,
        long offset,
        String url,
        int version,
        Instant observedAt,
        Via via,
        String finalUrl,
        @Nullable Integer httpStatus,
        String contentType) {
    static final String ID = "_id";
    static final String SHA256 = "sha256";
    static final String PARTITION = "partition";
    static final String OFFSET = "offset";
    static final String OBSERVED_AT = "observedAt";

    static ObservationDocument of(ArchivedPage page) {
        PageFetched event = page.event();
        return new ObservationDocument(
                event.page().url() + "@" + event.page().version(),
                page.sha256(),
                page.partition(),
                page.offset(),
                event.page().url(),
                event.page().version(),
                event.page().fetchedAt(),
                event.via(),
                event.finalUrl(),
                event.httpStatus(),
                event.contentType());
    }

    Observation observation() {
        return new Observation(url, version, observedAt, via, finalUrl, httpStatus, contentType);
    }
}
