package org.jdfwire.contracts.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the fetcher knows of one URL after its last attempt; the newest one of a URL is all the state there is.
 *
 * @param url canonical URL
 * @param source name of the source that asked for it
 * @param kind of that source, as configured: {@code site}, {@code inbox} and so on
 * @param fetchUrl where it is asked for; the same page may be known under another scheme or path
 * @param depth links from the source's start page, 0 for the start page itself and for files
 * @param outcome how the last attempt ended, or null where a link to it is known and nobody asked for it yet
 * @param detail why, in a sentence, where the outcome alone does not say it
 * @param at when the last attempt ended, or the link to it was found
 * @param since when the outcome was first this one without another in between
 * @param lastSuccessAt when an attempt last ended in success
 * @param nextAt when it is asked for next, or null where nobody will (a file)
 * @param version newest page version published, 0 before the first
 * @param sha256 of the bytes last received, null before the first
 * @param etag validator for the next request
 * @param lastModified validator for the next request
 * @param interval time between two requests for it, as it has adapted; null before the first or where nobody asks
 * @param sightings which bytes it was seen to have and when, oldest first, the last of them the present ones; only the
 *     newest {@value #MOST_SIGHTINGS} are kept. An archive's capture is told by them to be known, or older than that.
 * @param pollRequestedAt when an operator wished to have it at once; null where nobody did since the last attempt
 * @param moves how many pages in a row moved on, the last of them to this one; null where a link led to it, or since it
 *     was had
 */
public record FetchRecord(
        String url,
        String source,
        String kind,
        String fetchUrl,
        int depth,
        @Nullable Outcome outcome,
        @Nullable String detail,
        Instant at,
        Instant since,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextAt,
        int version,
        @Nullable String sha256,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Duration interval,
        List<Sighting> sightings,
        @Nullable Instant pollRequestedAt,
        @Nullable Integer moves) {
    /** How many sightings are kept, so that a page that changes at each look does not grow its record without end. */
    public static final int MOST_SIGHTINGS = 100;

    private static final String SOURCE = "/jdfwire/fetcher";

    public FetchRecord {
        Checks.text("url", url);
        Checks.text("source", source);
        Checks.text("kind", kind);
        Checks.text("fetchUrl", fetchUrl);
        Checks.atLeast(0, "depth", depth);
        Checks.atLeast(0, "version", version);
        if (sha256 != null) {
            Checks.sha256("sha256", sha256);
        }
        sightings = List.copyOf(sightings);
        if (sightings.size() > MOST_SIGHTINGS) {
            Checks.refuse("sightings", sightings.size(), "at most " + MOST_SIGHTINGS);
        }
        if (since.isAfter(at)) {
            Checks.refuse("since", since, "not after " + at);
        }
    }

    /** A page that no operator wished to have at once, and that none moved to. */
    public FetchRecord(
            String url,
            String source,
            String kind,
            String fetchUrl,
            int depth,
            @Nullable Outcome outcome,
            @Nullable String detail,
            Instant at,
            Instant since,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant nextAt,
            int version,
            @Nullable String sha256,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Duration interval,
            List<Sighting> sightings) {
        this(
                url,
                source,
                kind,
                fetchUrl,
                depth,
                outcome,
                detail,
                at,
                since,
                lastSuccessAt,
                nextAt,
                version,
                sha256,
                etag,
                lastModified,
                interval,
                sightings,
                null,
                null);
    }

    /**
     * Returns the message's headers; its id is {@code <url>#<time of the attempt>}, and of a record that an operator's wish
     * made or put off {@code <url>#<time of the attempt>#<time of the wish>#<when it is due>}.
     */
    public Map<String, String> toHeaders() {
        String wish = pollRequestedAt == null ? "" : "#" + pollRequestedAt + "#" + nextAt;
        return new EventAttributes(url + "#" + at + wish, SOURCE, EventTypes.FETCH_RECORDED, at, url, Map.of())
                .toHeaders(EventAttributes.JSON);
    }
}
