package org.jdfwire.fetcher.http;

import java.time.Duration;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Destinations;

/**
 * How much of a host's bytes and of our time one request may take.
 *
 * @param page the largest page, in bytes, content coding undone
 * @param connect the longest that making one connection may take
 * @param silence the longest silence of a host in the middle of an answer
 * @param head the longest from the request to the end of the answer's headers, however steadily they drip
 * @param body the longest that one body may take, however steadily it drips
 */
public record Limits(int page, Duration connect, Duration silence, Duration head, Duration body) {
    /** The largest page where no setting says otherwise, in bytes. */
    public static final int PAGE_BYTES = 10 * 1024 * 1024;

    /** The largest page that a setting may allow, in bytes: a Kafka message holds it and its headers. */
    public static final int MOST_PAGE_BYTES = Destinations.MAX_MESSAGE_BYTES - 1024 * 1024;

    public static final Limits DEFAULT = new Limits(
            PAGE_BYTES, Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** What is read of a robots.txt (RFC 9309, section 2.5, asks for at least 500 KiB). */
    static final int ROBOTS_BYTES = 512 * 1024;

    /** The most redirects in a row. */
    static final int REDIRECTS = 5;

    /** The most addresses of a host that are tried one after the other where it does not take the connection. */
    static final int ADDRESSES = 4;

    /** The longest line of an answer's headers, in bytes. */
    static final int HEADER_LINE = 32 * 1024;

    /** The most headers of an answer. */
    static final int HEADERS = 200;

    public Limits {
        if (page < 1 || page > MOST_PAGE_BYTES) {
            Checks.refuse("fetcher.limits.page", page + " B", "1 to " + MOST_PAGE_BYTES + " B");
        }
        positive("connect", connect);
        positive("silence", silence);
        positive("head", head);
        positive("body", body);
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            Checks.refuse("fetcher.limits." + key, value, "more than 0");
        }
    }
}
