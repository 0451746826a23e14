package org.jdfwire.fetcher.source;

import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.fetcher.address.CanonicalUrl;
import org.jdfwire.fetcher.address.HttpUrl;

/**
 * A page that can be asked for.
 *
 * @param url its canonical URL
 * @param fetchUrl where it is asked for
 * @param depth links from a start page, 0 for a start page itself and for files
 * @param moves how many pages in a row moved on, the last of them to this one; 0 where a link led to it
 */
public record Target(String url, String fetchUrl, int depth, int moves) {
    public Target {
        Checks.text("url", url);
        Checks.text("fetchUrl", fetchUrl);
        Checks.atLeast(0, "depth", depth);
        Checks.atLeast(0, "moves", moves);
    }

    /** Returns the target behind an address; it is asked for by https unless the address names a port. */
    public static Target of(HttpUrl address, int depth) {
        return new Target(CanonicalUrl.of(address).text(), address.secure().toString(), depth, 0);
    }

    /** Returns the target that is known by a record. */
    public static Target of(FetchRecord known) {
        Integer moves = known.moves();
        return new Target(known.url(), known.fetchUrl(), known.depth(), moves == null ? 0 : moves);
    }

    /** Returns the page that this one moved to; it is as near to the start as this one. */
    public Target movedTo(HttpUrl address) {
        return new Target(CanonicalUrl.of(address).text(), address.secure().toString(), depth, moves + 1);
    }
}
