package org.jdfwire.standalone.replay;

import java.io.PrintStream;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.store.diff.PlainDiff;
import org.jdfwire.store.diff.TopicDiff;

/** Prints the changes of a dry run, one after the other: what, where, and the words that differ. */
public final class ChangePrinter {
    private final PrintStream out;

    public ChangePrinter(PrintStream out) {
        this.out = out;
    }

    /** Prints one change. */
    public void print(ExpectedChange expected) {
        Change change = expected.change();
        out.println(change.type().text() + " " + change.key() + "  ("
                + change.page().url() + " version " + change.page().version() + ")");
        Topic before = expected.before();
        Topic after = change.topic();
        if (after != null && before != null && change.patch() != null) {
            for (TopicDiff.Field field : TopicDiff.fields(before, after)) {
                PlainDiff.changedLines(field).forEach(line -> out.println("    " + field.name() + ": " + line));
            }
        } else if (after != null) {
            out.println("    title: " + after.title());
        }
    }
}
