package org.jdfwire.standalone;

import java.nio.file.Path;
import java.util.List;
import org.jdfwire.standalone.command.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log goes: one file for the whole JVM, warnings also to standard error. */
final class Logs {
    private static final String FORMAT = "JDFWIRE_LOG_FORMAT";
    private static final List<String> FORMATS = List.of("ecs", "logstash", "gelf");

    private Logs() {}

    /**
     * Must be called before anything logs: the file's name is read when logging starts.
     *
     * @throws Problem where the environment asks for a format that there is not
     */
    static void to(Path file) {
        to(file, System.getenv(FORMAT));
    }

    private static void to(Path file, @Nullable String format) {
        System.setProperty("jdfwire.log", file.toString());
        if (format != null && !format.isBlank()) {
            if (!FORMATS.contains(format)) {
                throw new Problem(
                        FORMAT + ": " + format + " (expected: " + String.join(", ", FORMATS) + " or nothing)");
            }
            System.setProperty("jdfwire.log.format", format);
            System.setProperty("jdfwire.log.appenders", "log-json.xml");
        }
        // each of the three contexts would set logging up anew, and what the broker says meanwhile has nowhere to go
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        // what libraries say by the JDK's logging would go to standard error in a form of its own
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
