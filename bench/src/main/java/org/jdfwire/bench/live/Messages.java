package org.jdfwire.bench.live;

import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.topic.Topic;

/** The messages of one server, in their order; the cursors follow each other without a gap. */
public final class Messages {
    /** From here on cursors have as many digits for the whole run. */
    private static final long FIRST = 1_000_000_000_000L;

    private final Topic topic = Message.topic();
    private long cursor = FIRST;

    /** Returns the next one. */
    public Message next() {
        return Message.of(new Cursor(cursor++), topic);
    }

    /** Returns how many bytes of JSON one has. */
    static int size() {
        return new Messages().next().json().length;
    }
}
