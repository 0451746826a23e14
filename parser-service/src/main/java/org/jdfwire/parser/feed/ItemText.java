package org.jdfwire.parser.feed;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.parser.text.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Makes plain text of what a feed may hold as HTML, escaped or not. */
final class ItemText {
    private ItemText() {}

    /** Returns the text on one line. */
    static String line(String html) {
        return Words.fold(Jsoup.parseBodyFragment(html).text());
    }

    /** Returns the text in paragraphs; an element that stands in lines of its own, and a line break, divide them. */
    static List<String> paragraphs(String html) {
        Paragraphs paragraphs = new Paragraphs();
        NodeTraversor.traverse(paragraphs, Jsoup.parseBodyFragment(html).body());
        return paragraphs.finish();
    }

    private static final class Paragraphs implements NodeVisitor {
        private final List<String> finished = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                open.append(text.getWholeText());
            } else if (divides(node)) {
                divide();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (divides(node)) {
                divide();
            }
        }

        List<String> finish() {
            divide();
            return List.copyOf(finished);
        }

        private void divide() {
            String text = Words.fold(open.toString());
            if (!text.isEmpty()) {
                finished.add(text);
            }
            open.setLength(0);
        }

        private static boolean divides(Node node) {
            return node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"));
        }
    }
}
