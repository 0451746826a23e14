package org.jdfwire.store.projection;

import com.mongodb.ErrorCategory;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Documents that are replaced as a whole, each with the cursor of what it includes.
 *
 * @param <S> the state that a document holds
 * @param <D> the document
 */
final class StateCollection<S, D extends StateDocument> {
    static final String ID = "_id";
    static final String CURSOR = "cursor";

    private final MongoOperations mongo;
    private final Class<D> type;
    private final Function<S, D> write;
    private final Function<D, S> read;

    StateCollection(MongoOperations mongo, Class<D> type, Function<S, D> write, Function<D, S> read) {
        this.mongo = mongo;
        this.type = type;
        this.write = write;
        this.read = read;
    }

    List<S> load(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : mongo.find(Query.query(Criteria.where(ID).in(ids)), type).stream()
                        .map(read)
                        .toList();
    }

    /** Replaces each document that is older than its state, and leaves the others as they are. */
    void save(List<S> states) {
        if (states.isEmpty()) {
            return;
        }
        BulkOperations replacements = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, type);
        for (S state : states) {
            D document = write.apply(state);
            replacements.replaceOne(
                    olderThan(document),
                    document,
                    FindAndReplaceOptions.options().upsert());
        }
        executeAndLeaveNewer(replacements);
    }

    /** Executes upserts that each ask for an older document; where a newer one is there, it stays. */
    static void executeAndLeaveNewer(BulkOperations replacements) {
        try {
            replacements.execute();
        } catch (BulkOperationException e) {
            // the document is there and not older, so the upsert tried to make it a second time
            if (!e.getErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private static Query olderThan(StateDocument document) {
        return Query.query(Criteria.where(ID).is(document.id()).and(CURSOR).lt(document.cursor()));
    }
}
