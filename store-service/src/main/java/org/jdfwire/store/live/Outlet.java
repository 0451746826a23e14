package org.jdfwire.store.live;

import java.util.concurrent.ScheduledExecutorService;

/** A subscriber's connection, as far as its stream must know it. */
public interface Outlet {

    /** Returns the one thread that writes to the connection; many connections share it. */
    ScheduledExecutorService loop();

    /** Returns whether the connection takes more now; asked on its loop. */
    boolean isReady();

    /** Names what is to be done, on the loop, when a connection that was not ready is so again. */
    void onReady(Runnable again);
}
