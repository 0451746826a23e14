package org.jdfwire.parser.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of a feed: RSS 2.0 and its elders, RSS 1.0 (RDF) and Atom.
 *
 * <p>Jsoup reads the XML: it declares, expands and fetches no entities, and goes on where a feed is not well-formed. A
 * document type is refused all the same, for no feed needs one. Dates are not read: when an item was published is not
 * when its news took place, and neither order nor id depends on them.
 */
final class FeedReader {
    static final String PUBLICATION = "mod-news";

    private static final int MOST_DEPTH = 100;
    private static final int MOST_ITEMS = 2_000;
    private static final int MOST_TITLE_FROM_TEXT = 80;
    private static final String DEFAULT_LANGUAGE = "ja";
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

    private static final Pattern ROOT = Pattern.compile("<(?:!DOCTYPE\\s+)?(?:rss|rdf:RDF|feed)[\\s>\\[]");

    /**
     * A feed as read.
     *
     * @param language of its texts, BCP 47
     * @param items in the feed's order
     */
    record Feed(String language, List<FeedItem> items) {}

    private FeedReader() {}

    /** Whether a text is a feed and no page. */
    static boolean isFeed(String text) {
        return ROOT.matcher(start(text)).lookingAt();
    }

    /**
     * Reads a feed.
     *
     * @param url that relative links count from
     * @throws PageRefusedException {@code not-html} for a document type, or a feed that is cut off or has too many items
     */
    static Feed read(String text, String url) {
        if (start(text).startsWith("<!")) {
            throw refused("a document type", "a feed without entities of its own");
        }
        Document document = Parser.xmlParser()
                .setTrackPosition(true)
                .setMaxDepth(MOST_DEPTH)
                .parseInput(text, url);
        Element root = document.firstElementChild();
        if (root == null || !text.stripTrailing().endsWith("</" + root.tagName() + ">")) {
            throw refused("no end of its root element", "a whole feed");
        }
        List<FeedItem> items = new ArrayList<>();
        for (Element element : document.select("item, entry")) {
            if (items.size() == MOST_ITEMS) {
                throw refused("more than " + MOST_ITEMS + " items", "at most that");
            }
            FeedItem item = item(element, url);
            if (item != null) {
                items.add(item);
            }
        }
        return new Feed(language(root), items);
    }

    /** Returns the item; null where it says nothing. */
    private static @Nullable FeedItem item(Element element, String url) {
        String link = link(element);
        List<String> paragraphs =
                ItemText.paragraphs(html(element, "description", "summary", "content", "content:encoded"));
        String title = ItemText.line(html(element, "title"));
        if (title.isEmpty() && !paragraphs.isEmpty()) {
            title = shortened(paragraphs.get(0));
        }
        if (title.isEmpty()) {
            return null;
        }
        return new FeedItem(title, link, paragraphs, evidence(element));
    }

    /** Returns what the first of the named children holds that holds anything, as HTML. */
    private static String html(Element item, String... names) {
        for (String name : names) {
            for (Element child : item.children()) {
                if (child.tagName().equals(name) && !child.wholeText().isBlank()) {
                    // XHTML in Atom stands there as elements; anything else is text, in which HTML is escaped
                    return child.children().isEmpty() ? child.wholeText() : child.html();
                }
            }
        }
        return "";
    }

    private static @Nullable String link(Element item) {
        for (Element child : item.children()) {
            boolean link = child.tagName().equals("link");
            boolean permanent =
                    child.tagName().equals("guid") && !child.attr("isPermaLink").equals("false");
            boolean related = child.hasAttr("rel") && !child.attr("rel").equals("alternate");
            if ((link && !related) || permanent) {
                if (!child.hasAttr("href")) {
                    child.attr("href", child.wholeText().strip());
                }
                String url = child.absUrl("href");
                if (url.startsWith("http://") || url.startsWith("https://")) {
                    return url;
                }
            }
        }
        return null;
    }

    private static String language(Element root) {
        String stated = root.attr("xml:lang");
        Element element = root.selectFirst("channel > language, channel > dc|language");
        if (stated.isEmpty() && element != null) {
            stated = element.text().strip();
        }
        return LANGUAGE.matcher(stated).matches() ? stated : DEFAULT_LANGUAGE;
    }

    private static Evidence evidence(Element item) {
        int start = Math.max(1, item.sourceRange().start().lineNumber());
        int end = Math.max(start, item.endSourceRange().end().lineNumber());
        int place = item.elementSiblingIndex() + 1;
        Element parent = item.parent();
        return new Evidence(
                start,
                end,
                (parent == null ? "" : parent.tagName().replace(":", "|") + " > ") + item.tagName() + ":nth-child("
                        + place + ")");
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TITLE_FROM_TEXT ? text : text.substring(0, MOST_TITLE_FROM_TEXT) + "…";
    }

    /** Returns the text from its root or document type on, without declarations and comments before it. */
    private static String start(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<?", at)) {
                at = after("?>", text, at);
            } else if (text.startsWith("<!--", at)) {
                at = after("-->", text, at);
            } else {
                break;
            }
        }
        return text.substring(at);
    }

    private static int after(String end, String text, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private static PageRefusedException refused(String found, String expected) {
        return new PageRefusedException(RejectReason.NOT_HTML, "feed: " + found + " (expected: " + expected + ")");
    }
}
