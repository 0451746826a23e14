package org.jdfwire.fetcher;

import java.util.Locale;
import org.jdfwire.contracts.Checks;

/** The kinds of source. */
enum SourceKind {
    /** Pages that are polled and lead on to others. */
    SITE,
    /** A feed that is polled. */
    RSS,
    /** A folder into which page files are dropped. */
    INBOX;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SourceKind of(String key, String text) {
        return Checks.oneOf(key, text, SourceKind.class, SourceKind::text);
    }
}
