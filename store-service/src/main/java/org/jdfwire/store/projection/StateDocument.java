package org.jdfwire.store.projection;

/**
 * A state as MongoDB keeps it: one document, replaced as a whole.
 *
 * <p>Ids are a {@code MongoId}, kept as they are; with Spring Data's {@code Id}, one of 24 hexadecimal digits would
 * become an {@code ObjectId}.
 */
interface StateDocument {

    /** Returns the document's {@code _id}. */
    String id();

    /** Returns the value of the cursor of what the state includes. */
    long cursor();
}
