package org.jdfwire.fetcher.address;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a page: one URL for all addresses that show the same page.
 *
 * <p>http and https are one (https), and so are a folder and its index page. On the site of the Ministry of Defense
 * {@code /e/} and {@code /en/} are one too, and so are a page and its twin for smartphones: {@code
 * /e/jdf/sp/no69/sp_activities.html} is {@code /en/jdf/no69/activities.html}. The canonical URL need not answer; the
 * one that is asked for is kept apart.
 *
 * @param text the URL
 */
public record CanonicalUrl(String text) {
    // what is left of the name may not be a dot segment, which would be another folder
    private static final Pattern SMARTPHONE_TWIN =
            Pattern.compile("/en/jdf/(?:sp/)+((?:[^/]*/)*)(?:sp_)*((?!\\.{1,2}$)[^/]*)");
    private static final Pattern INDEX_PAGE = Pattern.compile("(.*/)index\\.html?");

    /** Reads a URL; throws {@link IllegalArgumentException} for anything but an absolute http or https URL. */
    public static CanonicalUrl of(String url) {
        return of(HttpUrl.parse(url));
    }

    /** Returns the identity behind an address. */
    public static CanonicalUrl of(HttpUrl address) {
        HttpUrl url = address.secure();
        String path = isMinistry(url) ? withoutTwins(url.path()) : url.path();
        Matcher index = INDEX_PAGE.matcher(path);
        return new CanonicalUrl(
                url.withPath(index.matches() ? index.group(1) : path).toString());
    }

    /** Whether the text of this URL begins with that of another; a URL begins with itself. */
    public boolean startsWith(CanonicalUrl prefix) {
        return text.startsWith(prefix.text);
    }

    /** Returns the folder it lies in; a folder is its own. */
    public CanonicalUrl folder() {
        HttpUrl url = HttpUrl.parse(text);
        return new CanonicalUrl(
                url.origin() + url.path().substring(0, url.path().lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return text;
    }

    // A server on this machine plays the ministry's in the demo and in tests.
    private static boolean isMinistry(HttpUrl url) {
        return url.host().equals("www.mod.go.jp") || url.isLoopback();
    }

    private static String withoutTwins(String path) {
        String english = path.startsWith("/e/") ? "/en/" + path.substring(3) : path;
        Matcher twin = SMARTPHONE_TWIN.matcher(english);
        return twin.matches() ? "/en/jdf/" + twin.group(1) + twin.group(2) : english;
    }
}
