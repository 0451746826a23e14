package org.jdfwire.store.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** How the last attempt of each URL ended, collection {@code fetches}. */
public final class Fetches {
    private final MongoOperations mongo;

    /** Keeps the fetches there. */
    public Fetches(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * Keeps each fetch unless a newer one of its URL is there, so a repeat of old records changes nothing. Of two at the
     * same millisecond the later in the log counts.
     *
     * @param fetches in the order of the log
     */
    public void save(List<FetchDocument> fetches) {
        if (fetches.isEmpty()) {
            return;
        }
        Map<String, FetchDocument> newest = new LinkedHashMap<>();
        fetches.forEach(fetch -> newest.merge(fetch.id(), fetch, Fetches::newer));
        BulkOperations replacements = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, FetchDocument.class);
        for (FetchDocument fetch : newest.values()) {
            replacements.replaceOne(
                    notNewerThan(fetch), fetch, FindAndReplaceOptions.options().upsert());
        }
        StateCollection.executeAndLeaveNewer(replacements);
    }

    /** Whether any fetch of that partition of {@code jdf.fetches} is kept. */
    public boolean knows(int partition) {
        return mongo.exists(Query.query(Criteria.where(FetchDocument.PARTITION).is(partition)), FetchDocument.class);
    }

    private static FetchDocument newer(FetchDocument earlier, FetchDocument later) {
        return later.at().isBefore(earlier.at()) ? earlier : later;
    }

    private static Query notNewerThan(FetchDocument fetch) {
        return Query.query(Criteria.where(FetchDocument.ID)
                .is(fetch.id())
                .and(FetchDocument.AT)
                .lte(fetch.at()));
    }
}
