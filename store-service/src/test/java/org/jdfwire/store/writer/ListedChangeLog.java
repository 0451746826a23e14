package org.jdfwire.store.writer;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.ChangeLog;

/** A change log in memory that breaks at a chosen change. */
final class ListedChangeLog implements ChangeLog {
    private final List<Change> changes = new ArrayList<>();
    private int left = Integer.MAX_VALUE;
    private Runnable listener = () -> {};

    /** Breaks once, after so many more changes. */
    void breakAfter(int changesLeft) {
        left = changesLeft;
    }

    /** Tells each time that it is published to. */
    void onPublish(Runnable told) {
        listener = told;
    }

    List<Change> changes() {
        return changes;
    }

    @Override
    public Cursor last() {
        return changes.isEmpty() ? null : changes.get(changes.size() - 1).cursor();
    }

    @Override
    public void publish(List<Change> added) {
        listener.run();
        for (Change change : added) {
            if (left-- == 0) {
                left = Integer.MAX_VALUE;
                throw new IllegalStateException("the change log is broken by the test");
            }
            changes.add(change);
        }
    }
}
