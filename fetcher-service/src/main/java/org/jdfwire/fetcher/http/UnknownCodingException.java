package org.jdfwire.fetcher.http;

import java.io.IOException;

/** A content coding that we did not say we accept. */
public final class UnknownCodingException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownCodingException(String coding) {
        super("Content-Encoding: " + coding + " (expected: some of " + ContentCodings.ACCEPTED + ")");
    }
}
