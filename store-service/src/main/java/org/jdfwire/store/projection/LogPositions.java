package org.jdfwire.store.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.jdfwire.contracts.Destinations;
import org.jspecify.annotations.Nullable;

/** The one log position, kept in the collection {@code journal}. */
public final class LogPositions {
    private static final String ID = "_id";

    private final MongoCollection<Document> documents;

    /** Takes the collection {@code journal} of the database. */
    public LogPositions(MongoDatabase database) {
        documents = database.getCollection("journal");
    }

    /** Returns the position, or null where none was ever saved. */
    public @Nullable LogPosition load() {
        Document document = documents.find(Filters.eq(ID, Destinations.TOPICS)).first();
        return document == null
                ? null
                : new LogPosition(
                        document.getString("kafkaTopicId"), document.getInteger("epoch"), document.getLong("offset"));
    }

    /** Saves the position; everything up to it must be saved already. */
    public void save(LogPosition position) {
        documents.replaceOne(
                Filters.eq(ID, Destinations.TOPICS),
                new Document(ID, Destinations.TOPICS)
                        .append("kafkaTopicId", position.kafkaTopicId())
                        .append("epoch", position.epoch())
                        .append("offset", position.offset()),
                new ReplaceOptions().upsert(true));
    }
}
