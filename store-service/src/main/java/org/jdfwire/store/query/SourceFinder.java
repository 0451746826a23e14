package org.jdfwire.store.query;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdfwire.store.projection.FetchDocument;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The sources, each with what its pages tell of it. */
public final class SourceFinder {
    private final MongoOperations mongo;

    /** Reads the fetches there. */
    public SourceFinder(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Whether a page was ever recorded of that source. */
    public boolean knows(String name) {
        return mongo.exists(Query.query(Criteria.where("source").is(name)), FetchDocument.class);
    }

    /** Returns every source that a page was ever recorded of, by name. */
    public List<SourceHealth> all() {
        return mongo.findAll(FetchDocument.class).stream()
                .collect(Collectors.groupingBy(FetchDocument::source, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(source -> SourceHealth.of(source.getKey(), source.getValue()))
                .toList();
    }
}
