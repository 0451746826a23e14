package org.jdfwire.store.live;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What is asked of the collection of changes, and how many of them come back. */
final class JournalReads implements CommandListener {
    private static final String CHANGES = "changes";

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final AtomicInteger changes = new AtomicInteger();

    /** Returns the commands in their order: {@code find}, {@code getMore}, {@code killCursors}; not who only asks for the end. */
    List<String> commands() {
        return commands;
    }

    /** Returns how many changes came back, those at the end of the journal included. */
    int changes() {
        return changes.get();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        boolean ofChanges = switch (event.getCommandName()) {
            case "find" ->
                command.getString("find").getValue().equals(CHANGES)
                        && command.containsKey("filter")
                        && !command.getDocument("filter").isEmpty();
            case "getMore" -> command.getString("collection").getValue().equals(CHANGES);
            case "killCursors" -> command.getString("killCursors").getValue().equals(CHANGES);
            default -> false;
        };
        if (ofChanges) {
            commands.add(event.getCommandName());
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        BsonDocument cursor = event.getResponse().getDocument("cursor", new BsonDocument());
        if (cursor.getString("ns", new BsonString("")).getValue().endsWith("." + CHANGES)) {
            for (String batch : List.of("firstBatch", "nextBatch")) {
                changes.addAndGet(cursor.getArray(batch, new BsonArray()).size());
            }
        }
    }
}
