package org.jdfwire.standalone.database;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A database of the H2 backend whose collections are asked by {@code _id} wherever a query names one. */
final class IndexedDatabase extends H2Database {

    IndexedDatabase(String databaseName, MVStore store, CursorRegistry cursors) {
        super(databaseName, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        Index<Object> index = super.openOrCreateUniqueIndex(collectionName, indexName, keys, sparse);
        boolean ofId = keys.size() == 1 && keys.get(0).getKey().equals(IdIndex.ID);
        return ofId ? new IdIndex(index, sparse) : index;
    }
}
