package org.jdfwire.parser;

import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses text as a browser does, keeping where each node stands in it. */
final class HtmlReader {
    /** Deeper than any page a person wrote, unclosed tags included. */
    private static final int MOST_DEPTH = 400;

    /** A hundred times what the fullest page of the magazine has; more would fill the memory with nodes. */
    private static final int MOST_TAGS = 200_000;

    /**
     * Parses a page.
     *
     * @param url that relative addresses count from
     * @throws PageRefusedException {@code too-deep} or {@code too-many-tags}
     */
    Document read(String text, String url) {
        refuseTooManyTags(text);
        Document document = Parser.htmlParser()
                .setTrackPosition(true)
                .setMaxDepth(MOST_DEPTH)
                .parseInput(text, url);
        int[] deepest = {0};
        document.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
        // Jsoup puts what is deeper at the limit, so a page that reaches it is not the page that was written
        if (deepest[0] >= MOST_DEPTH) {
            throw new PageRefusedException(
                    RejectReason.TOO_DEEP, "elements nested: " + MOST_DEPTH + " levels or more (expected: fewer)");
        }
        return document;
    }

    private static void refuseTooManyTags(String text) {
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            tags++;
        }
        if (tags > MOST_TAGS) {
            throw new PageRefusedException(
                    RejectReason.TOO_MANY_TAGS, "tags: " + tags + " (expected: at most " + MOST_TAGS + ")");
        }
    }
}
