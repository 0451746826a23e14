package org.jdfwire.parser.layout;

import org.jdfwire.parser.block.Block;
import org.jsoup.nodes.Element;

/**
 * How a page makes a line: what two titles of one page have in common. Only whether two are the same says anything, never
 * what a name means.
 *
 * @param tag of the block element around the line
 * @param classes of that element, as the page writes them
 */
record Make(String tag, String classes) {

    static Make of(Block block) {
        Element element = block.place().element();
        return new Make(element.normalName(), element.className().strip());
    }
}
