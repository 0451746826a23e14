package org.jdfwire.store.webhook;

import java.util.Locale;

/** How one attempt to send a message ended; the attempts that were made are the sum over all. */
public enum Outcome {
    /** A status of 200 to 299. */
    DELIVERED,
    /** 410: the receiver wants no more. */
    GONE,
    /** 429, or 503 that says when to come back. */
    THROTTLED,
    /** A status of 300 to 399; redirects are never followed. */
    REDIRECTED,
    /** Any other status. */
    REJECTED,
    /** No whole answer in time: name, connection, silence or garbage. */
    UNREACHABLE,
    /** The address must not be connected to, so nothing was sent. */
    REFUSED_ADDRESS;

    /** Returns its form in metrics and in the log of deliveries, as in {@code refused_address}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
