package org.jdfwire.contracts.topic;

import org.jdfwire.contracts.Checks;

/**
 * Where in the exact bytes of the page a topic stands.
 *
 * @param startLine first line, counted from 1
 * @param endLine last line, inclusive
 * @param selector CSS selector of the element the topic starts at
 */
public record Evidence(int startLine, int endLine, String selector) {
    public Evidence {
        Checks.atLeast(1, "startLine", startLine);
        Checks.atLeast(startLine, "endLine", endLine);
        Checks.text("selector", selector);
    }
}
