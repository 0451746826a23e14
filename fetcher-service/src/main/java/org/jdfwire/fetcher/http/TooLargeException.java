package org.jdfwire.fetcher.http;

import java.io.IOException;

/** A body that has more bytes, or more layers of compression, than we take. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
        super(message);
    }

    static TooLargeException moreThan(int limit) {
        return new TooLargeException("more than " + limit + " bytes");
    }
}
