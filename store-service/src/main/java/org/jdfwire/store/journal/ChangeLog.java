package org.jdfwire.store.journal;

import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;

/** The changes on Kafka, destination {@code jdf.changes}; they follow the journal and never lead it. */
public interface ChangeLog {

    /** Returns the cursor of the last change that the log really holds, or null for an empty log. */
    @Nullable
    Cursor last();

    /** Adds changes in their order and returns when the brokers have all of them. */
    void publish(List<Change> changes);
}
