package org.jdfwire.standalone;

import java.nio.file.Path;

/** Where the log goes: one file for the whole JVM, warnings also to standard error. */
final class Logs {
    private Logs() {}

    /** Must be called before anything logs: the file's name is read when logging starts. */
    static void to(Path file) {
        System.setProperty("jdfwire.log", file.toString());
        // each of the three contexts would set logging up anew, and what the broker says meanwhile has nowhere to go
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }
}
