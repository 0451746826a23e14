package org.jdfwire.store.live;

import java.util.concurrent.ScheduledExecutorService;

/** A subscriber's connection, as its stream knows it; all but {@link #loop} is for that loop alone. */
public interface Outlet {

    /** Returns the one thread that writes to the connection; many connections share it. */
    ScheduledExecutorService loop();

    /** Returns whether the connection takes more now. */
    boolean isReady();

    /** Names what is to be done when a connection that was not ready is so again. */
    void onReady(Runnable again);

    /** Writes what is due to the subscriber; it goes out at once. */
    void send(StreamBatch batch);

    /** Ends the stream in its form, and so that the client sees that it is whole; the connection goes with it. */
    void end();

    /** Cuts the stream off where it is, for it cannot go on. */
    void fail(Throwable cause);
}
