package org.jdfwire.fetcher.source;

import org.jdfwire.contracts.Checks;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * A page that can be asked for.
 *
 * @param url its canonical URL
 * @param fetchUrl where it is asked for
 * @param depth links from a start page, 0 for a start page itself and for files
 */
public record Target(String url, String fetchUrl, int depth) {
    public Target {
        Checks.text("url", url);
        Checks.text("fetchUrl", fetchUrl);
        Checks.atLeast(0, "depth", depth);
    }

    /** Returns the target behind an address; it is asked for by https unless the address names a port. */
    public static Target of(HttpUrl address, int depth) {
        return new Target(CanonicalUrl.of(address).text(), address.secure().toString(), depth);
    }
}
