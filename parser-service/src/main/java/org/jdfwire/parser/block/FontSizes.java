package org.jdfwire.parser.block;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** The size of letters, 1 to 7, as {@code font} elements set it while a document is walked through. */
final class FontSizes {
    /** Of letters whose size is set in another way, or that have several. */
    static final int UNKNOWN = 0;

    private static final int USUAL = 3;
    private static final int MOST = 7;

    private final Deque<Integer> sizes = new ArrayDeque<>();

    int current() {
        return sizes.isEmpty() ? USUAL : sizes.peek();
    }

    void open(Element element) {
        if (sets(element)) {
            sizes.push(size(element));
        }
    }

    void close(Element element) {
        if (sets(element)) {
            sizes.pop();
        }
    }

    private static boolean sets(Element element) {
        return element.nameIs("font")
                || element.nameIs("big")
                || element.nameIs("small")
                || (element.hasAttr("style") && element.attr("style").contains("font"));
    }

    private int size(Element element) {
        if (!element.nameIs("font") || element.hasAttr("style")) {
            return UNKNOWN;
        }
        String size = element.attr("size").trim();
        boolean relative = size.length() == 2 && (size.charAt(0) == '+' || size.charAt(0) == '-');
        if (!(relative || size.length() == 1) || !Character.isDigit(size.charAt(size.length() - 1))) {
            return current();
        }
        int number = Character.digit(size.charAt(size.length() - 1), 10);
        int absolute = relative ? USUAL + (size.charAt(0) == '+' ? number : -number) : number;
        return Math.min(MOST, Math.max(1, absolute));
    }
}
