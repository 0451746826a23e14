package org.jdfwire.contracts.trace;

import org.slf4j.Logger;
import org.slf4j.spi.LoggingEventBuilder;

/** The one line in which a service says what became of a page; where the log is JSON, these are fields of it. */
public final class PageLine {
    /** How many topics the page has. */
    public static final String TOPICS = "page.topics";

    /** How many changes it made. */
    public static final String CHANGES = "page.changes";

    private PageLine() {}

    /**
     * Begins a line; the caller adds what else is known and logs it.
     *
     * @param url canonical
     * @param version the newest known, 0 where there is none yet
     */
    public static LoggingEventBuilder of(Logger log, String url, int version, String outcome) {
        return log.atInfo()
                .addKeyValue("page.url", url)
                .addKeyValue("page.version", version)
                .addKeyValue("page.outcome", outcome);
    }
}
