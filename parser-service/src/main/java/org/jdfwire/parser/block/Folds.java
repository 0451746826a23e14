package org.jdfwire.parser.block;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Knows what a page folds up for its reader to unfold: the parts of an accordion, what stands behind {@code Read more}. It
 * is text like any other, and the control that bears its title is a heading.
 */
final class Folds {
    private static final Set<String> MORE = Set.of(
            "more",
            "readmore",
            "showmore",
            "seemore",
            "viewmore",
            "continue",
            "continuereading",
            "showall",
            "viewall",
            "readall",
            "fulltext",
            "fullstory",
            "details",
            "open",
            "expand",
            "続きを読む",
            "もっと見る");
    private static final int LEAST_TITLE_WORDS = 2;

    private final Set<String> controlled = new HashSet<>();
    private final Set<Element> headings = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Notes what an element unfolds, and whether it bears a title; to be asked of each element of a page. */
    void look(Element element) {
        if (element.hasAttr("aria-controls")) {
            controlled.addAll(List.of(element.attr("aria-controls").trim().split("\\s+")));
        }
        if (element.nameIs("a") && element.attr("href").startsWith("#")) {
            // a tab, or whatever else a script makes of a way to a place on this page
            controlled.add(element.attr("href").substring(1));
        }
        if (Tags.isControl(element) && isTitle(element)) {
            headings.add(element);
        }
    }

    /** Whether it is a control outside of any heading that bears the title of what it unfolds. */
    boolean isHeading(Element element) {
        return headings.contains(element);
    }

    /**
     * Whether something on the page unfolds a hidden element: what names it, a heading right above, {@code Read more} beside
     * it.
     */
    boolean unfolds(Element hidden) {
        if (hidden.hasAttr("id") && controlled.contains(hidden.id())) {
            return true;
        }
        Element above = neighbor(hidden, false);
        return (above != null && (Tags.headingLevel(above) > 0 || isHeading(above) || saysMore(above)))
                || saysMore(neighbor(hidden, true));
    }

    private static boolean isTitle(Element control) {
        if (!TextScan.isData(control) || Words.count(Words.fold(control.text())) < LEAST_TITLE_WORDS) {
            return false;
        }
        Element below = neighbor(control, true);
        return control.hasAttr("aria-expanded")
                || control.hasAttr("aria-controls")
                || (below != null && Tags.isBlock(below) && TextScan.isLong(below));
    }

    private static boolean saysMore(@Nullable Element element) {
        if (element == null || !TextScan.isData(element)) {
            return false;
        }
        return MORE.contains(Words.key(element.text())) && (isSwitch(element) || hasSwitch(element));
    }

    private static boolean hasSwitch(Element element) {
        return element.getAllElements().stream().anyMatch(Folds::isSwitch);
    }

    /** Whether clicking it leads to no other page. */
    private static boolean isSwitch(Element element) {
        return Tags.isControl(element) || (element.nameIs("a") && !Links.leadsToAPage(element));
    }

    /** Returns the element right before or after an element, with nothing but gaps between, or null. */
    private static @Nullable Element neighbor(Element element, boolean after) {
        Node node = after ? element.nextSibling() : element.previousSibling();
        while (node instanceof TextNode text && text.isBlank()) {
            node = after ? node.nextSibling() : node.previousSibling();
        }
        return node instanceof Element neighbor ? neighbor : null;
    }
}
