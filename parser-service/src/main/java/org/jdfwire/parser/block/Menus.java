package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads what stands in a page's menus, of which no block is made: some pages state their issue only there. */
public final class Menus {
    private static final int MOST_LINES = 200;
    private static final int LONGEST = 80;
    private static final Pattern STEP = Pattern.compile("[>›»＞|→]");

    private Menus() {}

    /** Returns the short lines in the menus of a document, in its order; ways from the home page step by step. */
    public static List<String> lines(Document document) {
        Walk walk = new Walk();
        document.body().traverse(walk);
        return walk.lines;
    }

    private static final class Walk implements NodeVisitor {
        private final List<String> lines = new ArrayList<>();
        private int inside;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element && Tags.isMenu(element)) {
                inside++;
            } else if (inside > 0 && node instanceof TextNode text && lines.size() < MOST_LINES) {
                for (String step : STEP.split(text.getWholeText())) {
                    if (!step.isBlank() && step.length() <= LONGEST) {
                        lines.add(Words.fold(step));
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && Tags.isMenu(element)) {
                inside--;
            }
        }
    }
}
