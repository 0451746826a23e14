package org.jdfwire.fetcher.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Capture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the pages that a page links to. */
final class Links {
    /** A folder, a name without a dot, or a name that ends as pages do; pictures and PDFs are not asked for. */
    private static final Pattern PAGE_PATH = Pattern.compile("(?i).*/(?:[^/.]*|[^/]*\\.(?:html?|shtml|xhtml))");

    private Links() {}

    /** Returns the addresses in the order of the page, each once; what is no http or https URL is left out. */
    static Set<HttpUrl> of(Capture page) {
        Document document;
        try {
            document = Jsoup.parse(new ByteArrayInputStream(page.body()), null, page.finalUrl());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        Set<HttpUrl> links = new LinkedHashSet<>();
        for (Element link : document.select("a[href], area[href], frame[src], iframe[src]")) {
            String url = link.absUrl(link.hasAttr("href") ? "href" : "src");
            if (url.toLowerCase(Locale.ROOT).startsWith("http")) {
                addIfPage(url, links);
            }
        }
        return links;
    }

    private static void addIfPage(String url, Set<HttpUrl> links) {
        HttpUrl address;
        try {
            address = HttpUrl.parse(url);
        } catch (IllegalArgumentException e) {
            // a page's author may write anything; what is no URL leads nowhere
            return;
        }
        if (PAGE_PATH.matcher(address.path()).matches()) {
            links.add(address);
        }
    }
}
