package org.jdfwire.parser.block;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where a block stands in the page.
 *
 * @param element the innermost block element around it, or the image itself
 * @param startLine first line in the exact bytes, counted from 1
 * @param endLine last line, inclusive
 */
public record Place(Element element, int startLine, int endLine) {

    /** Returns how many elements enclose both this place and another: the more, the closer they belong together. */
    public int sharedDepth(Place other) {
        Element a = element;
        Element b = other.element;
        int depthA = depth(a);
        int depthB = depth(b);
        while (depthA > depthB) {
            a = up(a);
            depthA--;
        }
        while (depthB > depthA) {
            b = up(b);
            depthB--;
        }
        while (a != b && depthA > 0) {
            a = up(a);
            b = up(b);
            depthA--;
        }
        // around two other elements, a paragraph only was not closed: on old pages a table does not end it
        boolean unclosed = a.nameIs("p") && a != element && a != other.element;
        return unclosed ? depthA - 1 : depthA;
    }

    /** Returns a CSS selector that leads to the element, from {@code body} down by position. */
    public String selector() {
        Deque<String> steps = new ArrayDeque<>();
        for (@Nullable Element at = element; at != null && !at.nameIs("#root"); at = at.parent()) {
            String name = at.normalName();
            if (name.equals("body") || name.equals("html")) {
                steps.push(name);
                break;
            }
            steps.push(name + ":nth-of-type(" + position(at) + ")");
        }
        return String.join(" > ", steps);
    }

    private static int position(Element element) {
        int position = 1;
        for (@Nullable Node at = element.previousSibling(); at != null; at = at.previousSibling()) {
            if (at instanceof Element sibling && sibling.normalName().equals(element.normalName())) {
                position++;
            }
        }
        return position;
    }

    private static int depth(Element element) {
        int depth = 0;
        for (@Nullable Element at = element.parent(); at != null; at = at.parent()) {
            depth++;
        }
        return depth;
    }

    private static Element up(Element element) {
        Element parent = element.parent();
        return parent != null ? parent : element;
    }
}
