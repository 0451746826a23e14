package org.jdfwire.parser.feed;

import java.net.URI;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;

/**
 * Names a feed's topics by their links, such as {@code mod-news-j-press-news-2026-11-24a}: the same link gives the same
 * id in every feed, whatever the item's text, date or place.
 */
final class FeedIds {
    private static final String PREFIX = FeedReader.PUBLICATION + "-";
    private static final int MOST_SLUG = 80;
    private static final int HASH_DIGITS = 16;

    /** Paths that can be read back out of their slug, so that no two of them share one. */
    private static final Pattern READABLE = Pattern.compile("(?:/[a-z0-9_]+)+");

    private FeedIds() {}

    /**
     * Returns the id of an item.
     *
     * @param link absolute, or null; then the title stands for it
     * @param feedUrl whose host needs no mention
     */
    static String of(@Nullable String link, String title, String feedUrl) {
        if (link == null) {
            return PREFIX + shortHash(title);
        }
        // a page is the same by http and https
        String key = key(link);
        String host = key(feedUrl).split("/", 2)[0] + "/";
        if (key.startsWith(host) && key.endsWith(".html")) {
            String path = key.substring(host.length() - 1, key.length() - ".html".length());
            if (path.length() <= MOST_SLUG && READABLE.matcher(path).matches()) {
                return PREFIX + path.substring(1).replace('/', '-');
            }
        }
        return PREFIX + shortHash(key);
    }

    private static String key(String url) {
        try {
            URI uri = URI.create(url).normalize();
            String query = uri.getRawQuery();
            return uri.getRawAuthority() + uri.getRawPath() + (query == null ? "" : "?" + query);
        } catch (IllegalArgumentException e) {
            // a link that is no URL still names its item
            return url;
        }
    }

    private static String shortHash(String text) {
        return Json.hash(text).substring("sha256:".length(), "sha256:".length() + HASH_DIGITS);
    }
}
