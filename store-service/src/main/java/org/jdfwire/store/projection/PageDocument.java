package org.jdfwire.store.projection;

import java.nio.charset.StandardCharsets;
import org.jdfwire.contracts.Json;
import org.jdfwire.store.rules.PageState;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A page's state as a document of the collection {@code pages}.
 *
 * @param id the page's canonical URL
 * @param cursor of its manifest
 * @param json the state
 */
@Document("pages")
record PageDocument(@MongoId String id, long cursor, String json) implements StateDocument {

    static PageDocument of(PageState state) {
        return new PageDocument(
                state.page().url(), state.cursor().value(), new String(Json.bytes(state), StandardCharsets.UTF_8));
    }

    /** Reads the state back. */
    PageState state() {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), PageState.class);
    }
}
