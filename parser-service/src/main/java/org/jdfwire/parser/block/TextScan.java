package org.jdfwire.parser.block;

import java.util.function.Predicate;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/** Looks into an element and stops as soon as the answer is known, so that nesting never makes it slow. */
final class TextScan {
    /** The longest text of a cell of data; a longer one is a text that a table lays out. */
    private static final int MOST_CELL_LETTERS = 160;

    private static final int MOST_CELL_NODES = 60;
    private static final int LEAST_LONG_LETTERS = 100;

    private TextScan() {}

    /** Returns whether an element holds no word. */
    static boolean isBlank(Element element) {
        Scan scan = new Scan(1, Integer.MAX_VALUE, false, image -> true);
        element.filter(scan);
        return scan.letters == 0;
    }

    /** Returns whether a table cell holds a short run of words and nothing else. */
    static boolean isData(Element cell) {
        return isData(cell, image -> false);
    }

    /** The same, where the cell may hold some pictures all the same. */
    static boolean isData(Element cell, Predicate<Element> picture) {
        Scan scan = new Scan(MOST_CELL_LETTERS + 1, MOST_CELL_NODES, true, picture);
        cell.filter(scan);
        return !scan.stopped && scan.letters <= MOST_CELL_LETTERS;
    }

    /** Returns whether an element holds at least as much as a short paragraph. */
    static boolean isLong(Element element) {
        Scan scan = new Scan(LEAST_LONG_LETTERS, Integer.MAX_VALUE, false, image -> true);
        element.filter(scan);
        return scan.letters >= LEAST_LONG_LETTERS;
    }

    private static final class Scan implements NodeFilter {
        private final int enoughLetters;
        private final int mostNodes;
        private final boolean wordsOnly;
        private final Predicate<Element> allowed;
        private int letters;
        private int nodes;
        private boolean stopped;

        Scan(int enoughLetters, int mostNodes, boolean wordsOnly, Predicate<Element> allowed) {
            this.allowed = allowed;
            this.enoughLetters = enoughLetters;
            this.mostNodes = mostNodes;
            this.wordsOnly = wordsOnly;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            nodes++;
            if (node instanceof TextNode text) {
                letters += Words.letters(text.getWholeText());
            } else if (node instanceof Element element && depth > 0) {
                if (Tags.isUnread(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                // a paragraph is no more than words; a list, a table or a picture is
                boolean wrapper = element.nameIs("p") || element.nameIs("div");
                stopped |= wordsOnly
                        && ((element.nameIs("img") && !allowed.test(element)) || (Tags.isBlock(element) && !wrapper));
            }
            if (nodes > mostNodes) {
                stopped = true;
            }
            return stopped || letters >= enoughLetters ? FilterResult.STOP : FilterResult.CONTINUE;
        }
    }
}
