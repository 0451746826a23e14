package org.jdfwire.contracts.topic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Where in the exact bytes of the page a topic stands, and which words gave the values that do not carry their own.
 *
 * @param startLine first line, counted from 1
 * @param endLine last line, inclusive
 * @param selector CSS selector of the element the topic starts at
 * @param words the words behind the kind and the organizations, or null where there are none
 * @param repairs damage of the text that was undone, or null where there was none
 */
public record Evidence(
        int startLine,
        int endLine,
        String selector,
        @Nullable Words words,
        @Nullable List<Repair> repairs) {
    public Evidence {
        Checks.atLeast(1, "startLine", startLine);
        Checks.atLeast(startLine, "endLine", endLine);
        Checks.text("selector", selector);
        repairs = repairs == null ? null : List.copyOf(repairs);
    }

    /** A place alone. */
    public Evidence(int startLine, int endLine, String selector) {
        this(startLine, endLine, selector, null, null);
    }

    /** Returns the same place with these words. */
    public Evidence with(@Nullable Words found) {
        return new Evidence(startLine, endLine, selector, found, repairs);
    }

    /**
     * Words of the title or of a paragraph.
     *
     * @param kind those that told the kind, or null where none did
     * @param organizations those that named each organization, by its name in the topic
     */
    public record Words(@Nullable String kind, Map<String, String> organizations) {
        public Words {
            // in the topic's order: the same page must give the same bytes
            organizations = Collections.unmodifiableMap(new LinkedHashMap<>(organizations));
        }
    }
}
