package org.jdfwire.store.projection;

import org.jdfwire.contracts.Destinations;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/** The one log position, kept in the collection {@code journal}. */
public final class LogPositions {
    private final MongoOperations mongo;

    /** Keeps the position there. */
    public LogPositions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The position in a log, which its Kafka destination names. */
    @Document("journal")
    record PositionDocument(@MongoId String id, String kafkaTopicId, int epoch, long offset) {}

    /** Returns the position, or null where none was ever saved. */
    public @Nullable LogPosition load() {
        PositionDocument saved = mongo.findById(Destinations.TOPICS, PositionDocument.class);
        return saved == null ? null : new LogPosition(saved.kafkaTopicId(), saved.epoch(), saved.offset());
    }

    /** Saves the position; everything up to it must be saved already. */
    public void save(LogPosition position) {
        mongo.save(new PositionDocument(
                Destinations.TOPICS, position.kafkaTopicId(), position.epoch(), position.offset()));
    }
}
