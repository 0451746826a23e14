package org.jdfwire.fetcher.inbox;

/** A dropped file that cannot be taken; its reason says what was found and what was expected. */
final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedFileException(String found, String expected) {
        super(found + " (expected: " + expected + ")");
    }

    /** Returns what was found and what was expected. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
