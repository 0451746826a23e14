package org.jdfwire.store.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;

/**
 * Documents that are replaced as a whole, each with the cursor of what it includes.
 *
 * @param <S> the state that a document holds
 */
final class StateCollection<S> {
    static final String ID = "_id";
    static final String CURSOR = "cursor";

    private final MongoCollection<Document> documents;
    private final Function<S, Document> write;
    private final Function<Document, S> read;

    StateCollection(MongoCollection<Document> documents, Function<S, Document> write, Function<Document, S> read) {
        this.documents = documents;
        this.write = write;
        this.read = read;
    }

    List<S> load(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : documents.find(Filters.in(ID, ids)).map(read::apply).into(new ArrayList<>());
    }

    /** Replaces each document that is older than its state, and leaves the others as they are. */
    void save(List<S> states) {
        if (states.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<Document>> replacements =
                states.stream().map(write).map(StateCollection::ifNewer).toList();
        try {
            documents.bulkWrite(replacements, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // the document is there with a cursor as high or higher, so the upsert tried to make it a second time
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    private static ReplaceOneModel<Document> ifNewer(Document document) {
        return new ReplaceOneModel<>(
                Filters.and(Filters.eq(ID, document.get(ID)), Filters.lt(CURSOR, document.get(CURSOR))),
                document,
                new ReplaceOptions().upsert(true));
    }
}
