package org.jdfwire.parser.block;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Looks around in the tree from one node. */
final class Lineage {
    private static final int LEAST_TWIN_LETTERS = 6;

    private static final int MOST_TWIN_NODES = 8;

    /** Of these, neighbors may well say the same. */
    private static final Set<String> NO_TWINS = Set.of("td", "th", "li", "dt", "dd", "option", "tr");

    private Lineage() {}

    /** Returns the innermost block element around a node. */
    static Element blockAround(Node node) {
        Element at = node.parent() instanceof Element parent ? parent : new Element("body");
        while (!Tags.isBlock(at) && at.parent() != null) {
            at = at.parent();
        }
        return at;
    }

    /** Returns whether the element repeats, word for word, the one right before it: a copy for another screen. */
    static boolean isTwin(Element element) {
        if (NO_TWINS.contains(element.normalName()) || element.childNodeSize() == 0) {
            return false;
        }
        TextNode words = lastText(element);
        if (words == null || words.getWholeText().length() < LEAST_TWIN_LETTERS) {
            return false;
        }
        // node by node: asking for the element before costs a walk over all siblings
        Node before = element.previousSibling();
        while (before instanceof TextNode text && text.isBlank()) {
            before = before.previousSibling();
        }
        return before instanceof Element sibling
                && sibling.normalName().equals(element.normalName())
                && sayTheSame(sibling, element);
    }

    private static boolean sayTheSame(Element one, Element other) {
        if (one.childNodeSize() != other.childNodeSize()) {
            return false;
        }
        for (int i = 0; i < one.childNodeSize(); i++) {
            if (!sayTheSame(one.childNode(i), other.childNode(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sayTheSame(Node one, Node other) {
        if (one instanceof TextNode text && other instanceof TextNode otherText) {
            return text.getWholeText().strip().equals(otherText.getWholeText().strip());
        }
        return one instanceof Element image
                && other instanceof Element otherImage
                && image.nameIs("img")
                && otherImage.nameIs("img")
                && image.attr("alt").equals(otherImage.attr("alt"));
    }

    /** Returns the words at the end of an element that holds no more than words and a few pictures before them, or null. */
    private static @Nullable TextNode lastText(Element element) {
        int last = element.childNodeSize() - 1;
        return last < MOST_TWIN_NODES && element.childNode(last) instanceof TextNode text ? text : null;
    }
}
