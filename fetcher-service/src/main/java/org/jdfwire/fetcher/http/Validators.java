package org.jdfwire.fetcher.http;

import org.jspecify.annotations.Nullable;

/**
 * What makes a request conditional (RFC 9110, section 13): validators of the bytes that are known already.
 *
 * @param etag value of the ETag, or null
 * @param lastModified value of Last-Modified, or null
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    /** An unconditional request. */
    public static final Validators NONE = new Validators(null, null);

    boolean any() {
        return etag != null || lastModified != null;
    }
}
