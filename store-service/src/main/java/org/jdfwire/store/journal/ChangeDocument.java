package org.jdfwire.store.journal;

import java.time.Instant;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.store.filter.FilterFields;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Unwrapped;

/**
 * A change as a document of the collection {@code changes}.
 *
 * @param cursor its place, the document's {@code _id}
 * @param recordedAt when it was recorded, to the millisecond
 * @param hash of the change
 * @param fields what it can be found by, members of the document itself
 * @param json what every feed shows
 */
@Document("changes")
@CompoundIndex(def = "{'topicId': 1, '_id': 1}")
record ChangeDocument(
        @Id long cursor,
        @Indexed(useGeneratedName = true) Instant recordedAt,
        String hash,
        @Unwrapped.Empty FilterFields fields,
        String json) {

    static final String ID = "_id";
    static final String TOPIC_ID = "topicId";
    static final String TYPE = "type";
    static final String RECORDED_AT = "recordedAt";

    /** Writes a change. */
    static ChangeDocument of(Change change) {
        return new ChangeDocument(
                change.cursor().value(),
                change.recordedAt(),
                change.hash(),
                FilterFields.of(change),
                JournalEntry.of(change).json());
    }
}
