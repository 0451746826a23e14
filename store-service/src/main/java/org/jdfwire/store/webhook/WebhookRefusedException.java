package org.jdfwire.store.webhook;

/** Something an operator asked for cannot be done as the store is; the message says why and what to do. */
public final class WebhookRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebhookRefusedException(String message) {
        super(message);
    }
}
