package org.jdfwire.store;

import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.Look;
import org.jdfwire.contracts.topic.Topic;

/** Chained changes of this project's own writing, without a writer. */
public final class Journals {
    private Journals() {}

    /** Changes that are each recorded an hour after the one before, given as {@code type name}; cursors 4096, 8192 … */
    public static List<Change> chained(String... told) {
        List<Change> changes = new ArrayList<>();
        String hash = Change.NO_HASH;
        for (int i = 0; i < told.length; i++) {
            String[] parts = told[i].split(" ");
            Change change =
                    change(i + 1, ChangeType.of("topic." + parts[0]), parts[1]).chainedTo(hash);
            changes.add(change);
            hash = change.hash();
        }
        return changes;
    }

    private static Change change(int number, ChangeType type, String name) {
        Topic topic = Pages.topic(
                133,
                name,
                Pages.page(133, number, MORNING.plus(Duration.ofHours(number)), "v" + number),
                PARSER,
                "Text " + number);
        return new Change(
                Cursor.of(0, number, 0),
                type,
                "event-" + number + "#0",
                MORNING.plus(Duration.ofHours(number)),
                topic.page().fetchedAt(),
                topic.topicId(),
                topic,
                null,
                null,
                null,
                type == ChangeType.TOPIC_BACKFILLED
                        ? new Look(
                                topic.page().fetchedAt().plus(Duration.ofMinutes(30)),
                                topic.page().sha256())
                        : null,
                topic.page(),
                PARSER,
                Change.NO_HASH,
                Change.NO_HASH);
    }
}
