package org.jdfwire.store.projection;

/** A state as MongoDB keeps it: one document, replaced as a whole. */
interface StateDocument {

    /** Returns the document's {@code _id}. */
    String id();

    /** Returns the value of the cursor of what the state includes. */
    long cursor();
}
