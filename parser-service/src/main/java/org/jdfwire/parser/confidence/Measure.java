package org.jdfwire.parser.confidence;

import java.util.Locale;

/** What is counted on a page; each holds only where the page itself gives cause to expect it. */
enum Measure {
    /** Letters of whole sentences, of them those that a topic took. */
    TEXT(400),
    /** Headings, of them those with words under them. */
    HEADINGS(8),
    /** Topics with words that look like a day, of them those with a date. */
    DATES(8),
    /** Flags, of them those that name a country. */
    FLAGS(8),
    /** Topics about another country than Japan, of them those with a flag. */
    FLAGGED(8),
    /** Whether the page ends: 1 of 1, or 0 where it breaks off in a tag or in a sentence. */
    ENDING(0);

    private final int trust;
    private final String text = name().toLowerCase(Locale.ROOT);

    Measure(int trust) {
        this.trust = trust;
    }

    /** How many are taken to be as expected before the first is seen. */
    int trust() {
        return trust;
    }

    /** The form in events, tables and metrics. */
    String text() {
        return text;
    }
}
