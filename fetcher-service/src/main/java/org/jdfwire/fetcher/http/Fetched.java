package org.jdfwire.fetcher.http;

import java.time.Instant;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Capture;
import org.jspecify.annotations.Nullable;

/**
 * How asking for one page ended.
 *
 * @param outcome {@link Outcome#FETCHED} with a capture, or another without
 * @param detail why, in a sentence, or null where the outcome says it all
 * @param capture the page
 * @param notBefore when the host asked us to come back, or null where it did not say
 * @param movedTo the other page that it moved to, or null
 */
public record Fetched(
        Outcome outcome,
        @Nullable String detail,
        @Nullable Capture capture,
        @Nullable Instant notBefore,
        @Nullable HttpUrl movedTo) {

    static Fetched page(Capture capture) {
        return new Fetched(Outcome.FETCHED, null, capture, null, null);
    }

    static Fetched without(Outcome outcome, @Nullable String detail) {
        return new Fetched(outcome, detail, null, null, null);
    }

    static Fetched throttled(String detail, @Nullable Instant notBefore) {
        return new Fetched(Outcome.THROTTLED, detail, null, notBefore, null);
    }

    /** Returns this for a page to which too many in a row had moved already. */
    public Fetched notFollowed(int most) {
        return without(Outcome.SERVER_ERROR, detail + ", and more than " + most + " pages in a row moved on");
    }

    static Fetched moved(HttpUrl to) {
        return new Fetched(Outcome.GONE, "moved to " + to, null, null, to);
    }
}
