package org.jdfwire.store.archive;

import java.time.Instant;
import org.jdfwire.contracts.page.Via;
import org.jspecify.annotations.Nullable;

/**
 * One time at which bytes were seen to be a version of a page.
 *
 * @param url canonical URL of the page
 * @param version of the page, 1 and up
 * @param observedAt when, to the millisecond
 * @param via the way the bytes came in
 * @param finalUrl the URL that gave them, after redirects
 * @param httpStatus of the answer, or null where there was none
 * @param contentType media type as received
 */
public record Observation(
        String url,
        int version,
        Instant observedAt,
        Via via,
        String finalUrl,
        @Nullable Integer httpStatus,
        String contentType) {}
