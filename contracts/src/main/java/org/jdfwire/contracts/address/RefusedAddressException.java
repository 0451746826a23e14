package org.jdfwire.contracts.address;

import java.io.IOException;

/** An address that is never connected to; the message says which and why. */
public final class RefusedAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
        super(message);
    }
}
