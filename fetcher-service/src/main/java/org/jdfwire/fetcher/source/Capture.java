package org.jdfwire.fetcher.source;

import java.time.Instant;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.Via;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a page and how they came in.
 *
 * @param body the exact bytes, content coding undone; not to be changed by anyone
 * @param via the way they came in
 * @param finalUrl the URL that gave them, after redirects
 * @param httpStatus of the answer, or null where there was none
 * @param contentType media type as received; {@code application/octet-stream} where none was
 * @param etag validator as received
 * @param lastModified validator as received
 * @param capturedAt when the bytes were observed; null where that is the attempt itself, a time for an archive's
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of pages are passed on, never compared
public record Capture(
        byte[] body,
        Via via,
        String finalUrl,
        @Nullable Integer httpStatus,
        String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant capturedAt) {

    /** Bytes that were observed by the attempt itself. */
    public Capture(
            byte[] body,
            Via via,
            String finalUrl,
            @Nullable Integer httpStatus,
            String contentType,
            @Nullable String etag,
            @Nullable String lastModified) {
        this(body, via, finalUrl, httpStatus, contentType, etag, lastModified, null);
    }

    /** Returns the hash of the bytes, 64 hex digits. */
    public String sha256() {
        return Json.sha256(body);
    }
}
