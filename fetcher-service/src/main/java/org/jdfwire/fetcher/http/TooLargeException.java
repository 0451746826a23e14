package org.jdfwire.fetcher.http;

import java.io.IOException;

/** A body that has more bytes than we take. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int limit) {
        super("more than " + limit + " bytes");
    }
}
