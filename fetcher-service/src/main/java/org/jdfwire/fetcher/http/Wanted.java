package org.jdfwire.fetcher.http;

import java.util.Set;
import org.jdfwire.contracts.page.Via;

/** What is asked for, and so which media types count as an answer. */
public enum Wanted {
    PAGE(Via.HTTP, Set.of("text/html", "application/xhtml+xml")),
    /** A feed; many a server sends it as plain XML. */
    FEED(Via.RSS, Set.of("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"));

    private final Via via;
    private final Set<String> mediaTypes;

    Wanted(Via via, Set<String> mediaTypes) {
        this.via = via;
        this.mediaTypes = mediaTypes;
    }

    /** Returns the way by which such a document comes in. */
    public Via via() {
        return via;
    }

    Set<String> mediaTypes() {
        return mediaTypes;
    }

    /** Whether a media type, in lower case and without parameters, is one of these. */
    public boolean accepts(String mediaType) {
        return mediaTypes.contains(mediaType);
    }
}
