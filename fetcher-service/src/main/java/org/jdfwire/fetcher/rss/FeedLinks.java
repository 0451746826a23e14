package org.jdfwire.fetcher.rss;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Capture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Finds the pages that the items of a feed link to (RSS 0.9 to 2.0, Atom). */
final class FeedLinks {
    private static final Pattern PAGE_PATH = Pattern.compile("(?i).*/(?:[^/.]*|[^/]*\\.(?:html?|shtml|xhtml))");

    private FeedLinks() {}

    /** Returns the addresses on the feed's own host, in the feed's order, each once; pictures and PDFs are left out. */
    static Set<HttpUrl> of(Capture feed) {
        HttpUrl base = HttpUrl.parse(feed.finalUrl());
        Document document;
        try {
            // Jsoup expands no entity but the five of XML and the named ones of HTML, and fetches nothing
            document = Jsoup.parse(new ByteArrayInputStream(feed.body()), null, feed.finalUrl(), Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        Set<HttpUrl> links = new LinkedHashSet<>();
        for (Element link : document.select("item > link, entry > link[href]")) {
            if (link.hasAttr("rel") && !link.attr("rel").equals("alternate")) {
                continue;
            }
            if (!link.hasAttr("href")) {
                link.attr("href", link.text().strip());
            }
            addIfPage(link.absUrl("href"), base, links);
        }
        return links;
    }

    private static void addIfPage(String url, HttpUrl base, Set<HttpUrl> links) {
        HttpUrl address;
        try {
            address = HttpUrl.parse(url);
        } catch (IllegalArgumentException e) {
            // an item without a link, or with one that is none, leads nowhere
            return;
        }
        if (address.host().equals(base.host())
                && address.port() == base.port()
                && PAGE_PATH.matcher(address.path()).matches()) {
            links.add(address);
        }
    }
}
