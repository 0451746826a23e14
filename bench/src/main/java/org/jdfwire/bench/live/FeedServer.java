package org.jdfwire.bench.live;

import org.jspecify.annotations.Nullable;

/** A server that hands each message to all its subscribers. */
interface FeedServer extends AutoCloseable {

    /** Returns the process whose processor time and memory count. */
    long pid();

    int port();

    /** Returns the path whose {@code text/event-stream} has every message from now on. */
    String path();

    /** Returns the path that a subscriber asks before, on the connection that its stream then has, or null for none. */
    default @Nullable String greeting() {
        return null;
    }

    /** Makes sure that who subscribes now gets the messages from now on. */
    void beforeSubscribing();

    /** Hands the next message over without waiting until it is taken. */
    void publish();

    @Override
    void close();
}
