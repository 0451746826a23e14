package org.jdfwire.store.webhook;

import java.time.Instant;

/**
 * The right of one instance to send to a subscription.
 *
 * @param holder the instance
 * @param until when another may take it, whatever became of the holder
 */
record Lease(String holder, Instant until) {}
