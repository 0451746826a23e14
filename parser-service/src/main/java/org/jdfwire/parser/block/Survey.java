package org.jdfwire.parser.block;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What must be known of a whole document before it is read from its start; found in one walk over its nodes. */
public final class Survey {
    /** Deeper than any page a person wrote, unclosed tags included; what is deeper a parser is to put at this level. */
    public static final int MOST_DEPTH = 400;

    private final List<Element> styles = new ArrayList<>(2);
    private final Folds folds = new Folds();
    private final Menus menus = new Menus();

    private Survey() {}

    /**
     * Looks through a document.
     *
     * @throws PageRefusedException {@code too-deep}: it reaches the level at which a parser keeps what is deeper, so it is
     *     not the page that was written
     */
    public static Survey of(Document document) {
        Survey survey = new Survey();
        document.traverse(survey.new Walk(document.body()));
        return survey;
    }

    /** Returns the short lines in the menus of the document, in its order; ways from the home page step by step. */
    public List<String> menuLines() {
        return menus.lines();
    }

    List<Element> styles() {
        return styles;
    }

    Folds folds() {
        return folds;
    }

    private final class Walk implements NodeVisitor {
        private final Element body;
        private boolean inBody;

        Walk(Element body) {
            this.body = body;
        }

        @Override
        public void head(Node node, int depth) {
            if (depth >= MOST_DEPTH) {
                throw new PageRefusedException(
                        RejectReason.TOO_DEEP, "elements nested: " + MOST_DEPTH + " levels or more (expected: fewer)");
            }
            if (node instanceof Element element) {
                inBody |= element == body;
                if (inBody) {
                    menus.enter(element);
                }
                folds.look(element);
                if (element.nameIs("style")) {
                    styles.add(element);
                }
            } else if (inBody && node instanceof TextNode text) {
                menus.read(text);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (inBody && node instanceof Element element) {
                menus.leave(element);
                inBody = element != body;
            }
        }
    }
}
