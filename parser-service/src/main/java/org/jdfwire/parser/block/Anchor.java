package org.jdfwire.parser.block;

import org.jsoup.nodes.Element;

/**
 * A link inside of words.
 *
 * @param element the {@code a} element
 * @param words that are linked, folded, with at least one letter
 */
public record Anchor(Element element, String words) {

    /** Returns the absolute address, empty where it is none; worked out only when asked for, as most links are menus'. */
    public String url() {
        return Addresses.absolute(element, "href");
    }
}
