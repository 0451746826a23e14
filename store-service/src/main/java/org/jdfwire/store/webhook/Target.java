package org.jdfwire.store.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Checks;

/**
 * Where a webhook is sent: an absolute URL that can be read in one way only.
 *
 * @param scheme {@code https} or {@code http}
 * @param host in lower case, ASCII; an IPv6 address stands in brackets
 * @param port to connect to
 * @param request path and query, as they go into the request line
 */
record Target(String scheme, String host, int port, String request) {
    /** What a target must be, in words. */
    static final String EXPECTED = "an absolute https URL of at most 2000 characters, in ASCII, with a host,"
            + " without user name and fragment; http only where store.webhooks.http allows it";

    private static final int MOST_CHARACTERS = 2000;
    private static final Pattern HOST = Pattern.compile("[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+]");
    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]+");

    /**
     * Reads a URL strictly (RFC 3986): what a browser would mend, such as a backslash, is refused here.
     *
     * @throws IllegalArgumentException for any other text
     */
    static Target parse(String text, boolean allowHttp) {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean spoken = scheme.equals("https") || (scheme.equals("http") && allowHttp);
        if (!spoken || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Checks.refuse("url", text, EXPECTED);
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort();
        if (!HOST.matcher(host).matches() || port == 0 || port > 65535) {
            return Checks.refuse("url", text, EXPECTED);
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        int standard = scheme.equals("https") ? 443 : 80;
        return new Target(scheme, host, port == -1 ? standard : port, path + query);
    }

    private static URI uri(String text) {
        if (text.length() > MOST_CHARACTERS || !ASCII.matcher(text).matches()) {
            return Checks.refuse("url", text, EXPECTED);
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return Checks.refuse("url", text, EXPECTED);
        }
    }
}
