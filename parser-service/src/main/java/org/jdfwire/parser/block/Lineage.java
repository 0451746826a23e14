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
        Element before = element.previousElementSibling();
        if (before == null || !before.normalName().equals(element.normalName())) {
            return false;
        }
        TextNode words = onlyText(element);
        TextNode wordsBefore = onlyText(before);
        if (words == null || wordsBefore == null || words.getWholeText().length() < LEAST_TWIN_LETTERS) {
            return false;
        }
        return words.getWholeText().strip().equals(wordsBefore.getWholeText().strip()) && isAdjacent(before, element);
    }

    private static @Nullable TextNode onlyText(Element element) {
        return element.childNodeSize() == 1 && element.childNode(0) instanceof TextNode text ? text : null;
    }

    private static boolean isAdjacent(Element before, Element element) {
        Node between = before.nextSibling();
        while (between instanceof TextNode text && text.isBlank()) {
            between = between.nextSibling();
        }
        return between == element;
    }
}
