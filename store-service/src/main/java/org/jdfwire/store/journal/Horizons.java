package org.jdfwire.store.journal;

import java.time.Instant;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/** The one horizon, kept in the collection {@code journal}; there is none before the first trim. */
public final class Horizons {
    private static final String ID = "horizon";

    private final MongoOperations mongo;

    /** Keeps the horizon there. */
    public Horizons(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The horizon, under its one name. */
    @Document("journal")
    record HorizonDocument(@MongoId String id, long cursor, Instant recordedAt, String hash) {}

    /** Returns the horizon, or null where nothing was ever trimmed. */
    public @Nullable Horizon load() {
        HorizonDocument saved = mongo.findById(ID, HorizonDocument.class);
        return saved == null ? null : new Horizon(new Cursor(saved.cursor()), saved.recordedAt(), saved.hash());
    }

    /** Saves the horizon, before anything is trimmed. */
    void save(Horizon horizon) {
        mongo.save(new HorizonDocument(ID, horizon.last().value(), horizon.recordedAt(), horizon.hash()));
    }
}
