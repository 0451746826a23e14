package org.jdfwire.standalone.command;

/** Something the user can put right: its message is all that is printed, and the exit status is 2. */
public final class Problem extends RuntimeException {
    public Problem(String message) {
        super(message);
    }

    public Problem(String message, Throwable cause) {
        super(message, cause);
    }
}
