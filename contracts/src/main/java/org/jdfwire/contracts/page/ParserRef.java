package org.jdfwire.contracts.page;

import org.jdfwire.contracts.Checks;

/**
 * Who read a page.
 *
 * @param version of the parser; it rises whenever the same bytes may give other topics
 * @param layout name of the layout the page was read as
 */
public record ParserRef(String version, String layout) {
    public ParserRef {
        Checks.text("parser version", version);
        Checks.text("layout", layout);
    }
}
