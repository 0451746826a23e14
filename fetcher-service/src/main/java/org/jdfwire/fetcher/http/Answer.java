package org.jdfwire.fetcher.http;

import org.jspecify.annotations.Nullable;

/**
 * What a host answered to one request, redirects not followed.
 *
 * @param status HTTP status
 * @param body the exact bytes of a 200, content coding undone; empty for any other status
 * @param contentType header, as received
 * @param etag header, as received
 * @param lastModified header, as received
 * @param location header, as received
 * @param retryAfter header, as received
 * @param challenged whether the header {@code Cf-Mitigated: challenge} says that the host asks for a browser
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of pages are passed on, never compared
record Answer(
        int status,
        byte[] body,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String location,
        @Nullable String retryAfter,
        boolean challenged) {}
