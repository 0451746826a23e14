package org.jdfwire.parser.block;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Looks around in the tree from one node. */
final class Lineage {
    private static final int LEAST_TWIN_LETTERS = 12;

    private Lineage() {}

    /** Returns the innermost block element around a node. */
    static Element blockAround(Node node) {
        Element at = node.parent() instanceof Element parent ? parent : new Element("body");
        while (!Tags.isBlock(at) && at.parent() != null) {
            at = at.parent();
        }
        return at;
    }

    /** Returns the innermost element of that name around an element, or null. */
    static @Nullable Element around(@Nullable Element from, String name) {
        for (@Nullable Element at = from; at != null; at = at.parent()) {
            if (at.nameIs(name)) {
                return at;
            }
        }
        return null;
    }

    /** Returns whether the element repeats, word for word, the one right before it: a copy for another screen. */
    static boolean isTwin(Element element) {
        TextNode words = onlyText(element);
        if (words == null || words.getWholeText().length() < LEAST_TWIN_LETTERS) {
            return false;
        }
        // node by node: asking for the element before costs a walk over all siblings
        Node before = element.previousSibling();
        while (before instanceof TextNode text && text.isBlank()) {
            before = before.previousSibling();
        }
        if (!(before instanceof Element sibling) || !sibling.normalName().equals(element.normalName())) {
            return false;
        }
        TextNode wordsBefore = onlyText(sibling);
        return wordsBefore != null
                && words.getWholeText()
                        .strip()
                        .equals(wordsBefore.getWholeText().strip());
    }

    private static @Nullable TextNode onlyText(Element element) {
        return element.childNodeSize() == 1 && element.childNode(0) instanceof TextNode text ? text : null;
    }
}
