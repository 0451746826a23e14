package org.jdfwire.parser.block;

import org.jdfwire.parser.text.Words;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds in headings the words that are there only to be heard, such as {@code Activity:} off the screen. Where nothing
 * else of a heading is seen, as beside lettering, they are its words.
 */
final class HeardLabels {
    private final HiddenElements hidden;
    private final Pictures pictures;
    private @Nullable Element asked;
    private boolean othersSeen;

    HeardLabels(HiddenElements hidden, Pictures pictures) {
        this.hidden = hidden;
        this.pictures = pictures;
    }

    /** Whether an element in a heading is such a label; a flag's or a picture's is none. */
    boolean contains(Element heading, Element element) {
        return element != heading
                && hidden.isOffScreen(element)
                && isSeenWithout(heading)
                && element.getElementsByTag("img").isEmpty()
                && !pictures.namesCountry(element.text());
    }

    private boolean isSeenWithout(Element heading) {
        if (asked != heading) {
            asked = heading;
            Search search = new Search(heading);
            heading.filter(search);
            othersSeen = search.found;
        }
        return othersSeen;
    }

    private final class Search implements NodeFilter {
        private final Element heading;
        private boolean found;

        Search(Element heading) {
            this.heading = heading;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text && Words.hasLetters(text.getWholeText())) {
                found = true;
                return FilterResult.STOP;
            }
            boolean unseen = node instanceof Element element && element != heading && hidden.isOffScreen(element);
            return unseen ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
        }
    }
}
