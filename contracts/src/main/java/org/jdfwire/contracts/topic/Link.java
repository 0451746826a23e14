package org.jdfwire.contracts.topic;

import org.jdfwire.contracts.Checks;

/**
 * A link inside the text of a topic.
 *
 * @param url absolute
 * @param text the words that are linked
 */
public record Link(String url, String text) {
    public Link {
        Checks.text("link url", url);
        Checks.text("link text", text);
    }
}
