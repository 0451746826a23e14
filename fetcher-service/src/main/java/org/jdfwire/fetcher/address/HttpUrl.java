package org.jdfwire.fetcher.address;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https URL, made normal (RFC 3986, section 6.2.2 and 6.2.3): host in lower case, no default port,
 * no dot segments, percent-encoding only where it is needed; no fragment.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case, ASCII; an IPv6 address stands in brackets
 * @param port the port where the URL names another than the scheme's, else -1
 * @param path with its leading slash
 * @param query without the question mark, or null
 */
public record HttpUrl(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query) {
    private static final String EXPECTED = "an absolute http or https URL";
    private static final Pattern URL =
            Pattern.compile("(?i)(https?):[/\\\\]{2}([^/\\\\?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:@\\[\\]]+)(?::([0-9]{0,5}))?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?|\\[[0-9a-f:.]+]");

    /**
     * Reads a URL as browsers do: surrounding white space and line breaks are dropped, a backslash counts as a slash.
     *
     * @throws IllegalArgumentException for anything but an http or https URL with a host and without user name
     */
    public static HttpUrl parse(String text) {
        Matcher parts = URL.matcher(text.strip().replaceAll("[\\t\\r\\n]", ""));
        if (!parts.matches()) {
            return Checks.refuse("URL", text, EXPECTED);
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            return Checks.refuse("URL", text, EXPECTED + " with a host and no user name");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String query = parts.group(4);
        return new HttpUrl(
                scheme,
                host(authority.group(1), text),
                port(authority.group(2), scheme, text),
                DotSegments.remove(PercentEncoding.normalize(parts.group(3).replace('\\', '/'))),
                query == null || query.isEmpty() ? null : PercentEncoding.normalize(query));
    }

    /** Returns it with https in place of http; a URL that names a port keeps its scheme, for the port speaks it. */
    public HttpUrl secure() {
        return port == -1 ? new HttpUrl("https", host, port, path, query) : this;
    }

    HttpUrl withPath(String newPath) {
        return new HttpUrl(scheme, host, port, newPath, query);
    }

    /** Returns scheme, host and port, as in {@code https://www.mod.go.jp}. */
    public String origin() {
        return scheme + "://" + host + (port == -1 ? "" : ":" + port);
    }

    /** Returns the port to connect to. */
    public int portToAsk() {
        return port != -1 ? port : scheme.equals("https") ? 443 : 80;
    }

    /** Whether the host is this machine, by its usual names. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    @Override
    public String toString() {
        return origin() + path + (query == null ? "" : "?" + query);
    }

    private static String host(String written, String url) {
        String host = written.toLowerCase(Locale.ROOT);
        if (!host.startsWith("[")) {
            try {
                host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return Checks.refuse("URL", url, EXPECTED + " whose host is a name");
            }
            // a trailing dot only says that the name is complete
            host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        }
        return HOST.matcher(host).matches() ? host : Checks.refuse("URL", url, EXPECTED + " whose host is a name");
    }

    private static int port(@Nullable String written, String scheme, String url) {
        if (written == null || written.isEmpty()) {
            return -1;
        }
        int port = Integer.parseInt(written);
        if (port < 1 || port > 65535) {
            return Checks.refuse("URL", url, EXPECTED + " with a port of 1 to 65535");
        }
        return port == (scheme.equals("https") ? 443 : 80) ? -1 : port;
    }
}
