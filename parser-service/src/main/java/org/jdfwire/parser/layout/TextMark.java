package org.jdfwire.parser.layout;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** What sets words apart from the text around them, told by markup and inline style. */
enum TextMark {
    SLANTED,
    SMALL,
    CENTERED;

    private static final int MOST_NODES = 8;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_STYLE = 200;
    private static final Set<String> SLANTING = Set.of("em", "i", "cite");
    private static final Pattern SMALLER_FONT = Pattern.compile("[12]|-[1-9]");
    private static final Pattern SLANTED_STYLE = Pattern.compile("font-style\\s*:\\s*(?:italic|oblique)");
    private static final Pattern SMALL_STYLE =
            Pattern.compile("font-size\\s*:\\s*(?:smaller|(?:x-|xx-)?small\\b|0?\\.\\d+r?em|[1-9]\\d?(?:\\.\\d+)?%)");
    private static final Pattern CENTERED_STYLE = Pattern.compile("text-align\\s*:\\s*center");

    /** Returns the marks that all words of a block have; a block without any is the usual case. */
    static Set<TextMark> of(Element block) {
        Set<TextMark> marks = EnumSet.noneOf(TextMark.class);
        add(block, marks);
        if (block.parent() != null && isCentering(block.parent())) {
            marks.add(CENTERED);
        }
        Element at = onlyChild(block);
        for (int depth = 0; at != null && depth < MOST_DEPTH; depth++) {
            add(at, marks);
            at = onlyChild(at);
        }
        return marks;
    }

    private static void add(Element element, Set<TextMark> marks) {
        String style = style(element);
        if (SLANTING.contains(element.normalName())
                || SLANTED_STYLE.matcher(style).find()) {
            marks.add(SLANTED);
        }
        if (element.nameIs("small")
                || (element.nameIs("font")
                        && SMALLER_FONT.matcher(element.attr("size").strip()).matches())
                || SMALL_STYLE.matcher(style).find()) {
            marks.add(SMALL);
        }
        if (isCentering(element)) {
            marks.add(CENTERED);
        }
    }

    private static boolean isCentering(Element element) {
        return element.nameIs("center")
                || element.attr("align").equalsIgnoreCase("center")
                || CENTERED_STYLE.matcher(style(element)).find();
    }

    private static String style(Element element) {
        String style = element.attr("style");
        return style.length() <= MOST_STYLE ? style.toLowerCase(Locale.ROOT) : "";
    }

    /** Returns the element that holds all the words of another, or null. */
    private static @Nullable Element onlyChild(Element element) {
        if (element.childNodeSize() > MOST_NODES) {
            return null;
        }
        @Nullable Element only = null;
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text && !text.isBlank()) {
                return null;
            }
            if (child instanceof Element inner && !inner.nameIs("br")) {
                if (only != null) {
                    return null;
                }
                only = inner;
            }
        }
        return only;
    }
}
