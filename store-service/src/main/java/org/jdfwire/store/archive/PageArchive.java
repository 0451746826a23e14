package org.jdfwire.store.archive;

import com.mongodb.ErrorCategory;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The bytes of pages, once per hash, and every observation of them. */
public final class PageArchive {
    private static final long NOTHING = -1;

    private final MongoOperations mongo;

    /** Keeps the archive there. */
    public PageArchive(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Bytes and what is known of them.
     *
     * @param sha256 of the bytes
     * @param size how many they are
     * @param observations oldest first
     */
    public record Entry(String sha256, int size, List<Observation> observations) {}

    /** Keeps pages; what is kept already stays as it is. First the bytes, so that an observation always leads to some. */
    public void save(List<ArchivedPage> pages) {
        if (pages.isEmpty()) {
            return;
        }
        Map<String, ArchivedPage> missing = new LinkedHashMap<>();
        pages.forEach(page -> missing.putIfAbsent(page.sha256(), page));
        missing.keySet().removeAll(kept(missing.keySet()));
        insert(missing.values());
        BulkOperations observations = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, ObservationDocument.class);
        for (ArchivedPage page : pages) {
            ObservationDocument document = ObservationDocument.of(page);
            observations.replaceOne(
                    Query.query(Criteria.where(ObservationDocument.ID).is(document.id())),
                    document,
                    FindAndReplaceOptions.options().upsert());
        }
        observations.execute();
    }

    /** Returns the exact bytes with that hash, or null where there are none. */
    public byte @Nullable [] find(String sha256) {
        BytesDocument document = mongo.findById(sha256, BytesDocument.class);
        return document == null ? null : document.body();
    }

    /** Returns what is known of the bytes with that hash, or null where there are none. */
    public @Nullable Entry describe(String sha256) {
        Query size = Query.query(Criteria.where(BytesDocument.ID).is(sha256));
        size.fields().include("size");
        org.bson.Document bytes = mongo.findOne(size, org.bson.Document.class, "bytes");
        if (bytes == null) {
            return null;
        }
        Query observations = Query.query(
                        Criteria.where(ObservationDocument.SHA256).is(sha256))
                .with(Sort.by(ObservationDocument.OBSERVED_AT, ObservationDocument.ID));
        return new Entry(
                sha256,
                bytes.getInteger("size"),
                mongo.find(observations, ObservationDocument.class).stream()
                        .map(ObservationDocument::observation)
                        .toList());
    }

    /** How far canaries reach in a partition, so that a start does not read them all again. */
    @Document("passed")
    private record PassedDocument(@MongoId int partition, long offset) {}

    /** Remembers the last offsets, by partition, of records that are not to be kept; all before them are kept. */
    public void passOver(Map<Integer, Long> offsets) {
        offsets.forEach((partition, offset) -> mongo.save(new PassedDocument(partition, offset)));
    }

    /** Returns the offset after the last that is done with in a partition of {@code jdf.pages}; 0 where none is. */
    public long next(int partition) {
        PassedDocument passed = mongo.findById(partition, PassedDocument.class);
        return Math.max(nextKept(partition), (passed == null ? NOTHING : passed.offset()) + 1);
    }

    private long nextKept(int partition) {
        Query last = Query.query(Criteria.where(ObservationDocument.PARTITION).is(partition))
                .with(Sort.by(ObservationDocument.OFFSET).descending())
                .limit(1);
        ObservationDocument document = mongo.findOne(last, ObservationDocument.class);
        return (document == null ? NOTHING : document.offset()) + 1;
    }

    private Set<String> kept(Set<String> hashes) {
        Query query = Query.query(Criteria.where(BytesDocument.ID).in(hashes));
        query.fields().include(BytesDocument.ID);
        Set<String> kept = new HashSet<>();
        mongo.find(query, org.bson.Document.class, "bytes").forEach(document -> kept.add(document.getString("_id")));
        return kept;
    }

    /** One command for all, as the embedded database makes each one durable by itself. */
    private void insert(Collection<ArchivedPage> missing) {
        if (missing.isEmpty()) {
            return;
        }
        BulkOperations bytes = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, BytesDocument.class);
        missing.forEach(page -> bytes.insert(BytesDocument.of(page.sha256(), page.body())));
        try {
            bytes.execute();
        } catch (BulkOperationException e) {
            // another store may have come first, with the same bytes
            if (!e.getErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }
}
