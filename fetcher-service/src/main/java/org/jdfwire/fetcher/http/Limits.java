package org.jdfwire.fetcher.http;

import java.time.Duration;

/** How much of a host's bytes and of our time one request may take. */
public final class Limits {
    /** The largest page, in bytes, content coding undone; a little below what a Kafka message may hold. */
    public static final int PAGE_BYTES = 10 * 1024 * 1024;

    /** What is read of a robots.txt (RFC 9309, section 2.5, asks for at least 500 KiB). */
    static final int ROBOTS_BYTES = 512 * 1024;

    /** The most redirects in a row. */
    static final int REDIRECTS = 5;

    static final Duration CONNECT = Duration.ofSeconds(10);

    /** The longest silence of a host in the middle of an answer. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    /** The longest that one body may take, however steadily it drips. */
    static final Duration BODY = Duration.ofSeconds(60);

    private Limits() {}
}
