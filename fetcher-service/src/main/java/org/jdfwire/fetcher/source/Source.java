package org.jdfwire.fetcher.source;

import java.io.IOException;
import java.time.Duration;
import org.jdfwire.contracts.page.PollRequested;

/** Something pages come from; each has a thread of its own. */
public interface Source {
    /** The name in the configuration, which each of its fetch records carries. */
    String name();

    /**
     * Gets ready, once, before the first step.
     *
     * @throws IOException when it cannot work at all; start-up then fails with its message
     */
    default void prepare() throws IOException {}

    /** Takes an operator's wish to look at once; comes from another thread, and the next step obeys it. */
    void pollNow(PollRequested wish);

    /**
     * Does one piece of work, such as one request.
     *
     * @return how long there is nothing to do; zero when there may be more work at once
     * @throws InterruptedException when the service stops
     * @throws IOException when the piece could not be done; it is tried again
     */
    Duration step() throws InterruptedException, IOException;
}
