package org.jdfwire.parser;

import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.parser.block.Survey;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses text as a browser does, keeping where each node stands in it. */
final class HtmlReader {
    /** A hundred times what the fullest page of the magazine has; more would fill the memory with nodes. */
    private static final int MOST_TAGS = 200_000;

    /**
     * Parses a page.
     *
     * @param url that relative addresses count from
     * @throws PageRefusedException {@code too-many-tags}
     */
    Document read(String text, String url) {
        refuseTooManyTags(text);
        // what is nested deeper Jsoup puts at the limit, which the survey refuses
        Document document = Parser.htmlParser()
                .setTrackPosition(true)
                .setMaxDepth(Survey.MOST_DEPTH)
                .parseInput(text, url);
        LatePictures.settle(document);
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
