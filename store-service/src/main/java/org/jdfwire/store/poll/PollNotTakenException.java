package org.jdfwire.store.poll;

import java.time.Duration;
import org.jdfwire.contracts.Destinations;

/** Kafka did not take a wish in time; it may still do so, and fetchers pass over one that is too old. */
public final class PollNotTakenException extends Exception {
    private static final long serialVersionUID = 1L;

    PollNotTakenException(Duration patience, Throwable cause) {
        super(Destinations.POLLS + " took nothing within " + patience.toSeconds() + " s", cause);
    }
}
