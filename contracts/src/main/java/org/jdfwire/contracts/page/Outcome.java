package org.jdfwire.contracts.page;

import java.util.Locale;

/**
 * How one attempt to get one URL ended; exactly one per attempt.
 *
 * <p>Attempts = the sum over all outcomes. Published pages = {@link #FETCHED}. Only FETCHED, {@link #UNCHANGED} and
 * {@link #NOT_MODIFIED} are successes.
 */
public enum Outcome {
    /** New bytes, published. */
    FETCHED,
    /** The same bytes as the version before; nothing published. */
    UNCHANGED,
    /** 304: the host says that its page is the one we know. */
    NOT_MODIFIED,
    /** The host asks for a browser, by a header or by a known page, even one with status 200; never retried within the cycle, never worked around. */
    CHALLENGED,
    /** robots.txt forbids it, or could not be had. */
    DISALLOWED,
    /** 404, 410, or moved to the URL of another page, which is then asked for as its own. */
    GONE,
    /** More bytes than the limit, on the wire or decoded, or compressed more than twice. */
    TOO_LARGE,
    /** Neither HTML nor a feed, or in a content coding that we did not say we accept. */
    WRONG_TYPE,
    /** No answer: name, connection, time-out or a broken body. */
    UNREACHABLE,
    /** 5xx, a status this list does not name, or too many redirects or moved pages in a row. */
    SERVER_ERROR,
    /** 429, or 503 with Retry-After. */
    THROTTLED,
    /** The address, of the page or of a redirect, is one we never connect to; nothing was sent to it. */
    REFUSED_ADDRESS;

    /** Whether the page was there and we have its newest bytes. */
    public boolean isSuccess() {
        return this == FETCHED || this == UNCHANGED || this == NOT_MODIFIED;
    }

    /** The form for metric labels. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
