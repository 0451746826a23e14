package org.jdfwire.contracts.page;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a page; all of it travels in the headers, because the message's value is the page's exact bytes.
 *
 * @param page which version of which page
 * @param via the way it came in
 * @param finalUrl the URL that gave the bytes, after redirects
 * @param httpStatus status of the answer, or null where there was none (a file)
 * @param etag validator of the answer, as received
 * @param lastModified validator of the answer, as received
 * @param contentType media type as received; {@code application/octet-stream} where none was
 */
public record PageFetched(
        PageRef page,
        Via via,
        String finalUrl,
        @Nullable Integer httpStatus,
        @Nullable String etag,
        @Nullable String lastModified,
        String contentType) {

    private static final String SOURCE = "/jdfwire/fetcher";

    public PageFetched {
        Checks.text("finalUrl", finalUrl);
        Checks.text("contentType", contentType);
        if (httpStatus != null && (httpStatus < 100 || httpStatus > 599)) {
            Checks.refuse("httpStatus", httpStatus, "100 to 599");
        }
    }

    /** Returns the message's headers; its id is {@code <url>@<version>}. */
    public Map<String, String> toHeaders() {
        Map<String, String> extensions = new LinkedHashMap<>();
        extensions.put("pageversion", Integer.toString(page.version()));
        extensions.put("pagesha256", page.sha256());
        extensions.put("finalurl", finalUrl);
        putIfPresent(extensions, "httpstatus", httpStatus);
        putIfPresent(extensions, "etag", etag);
        putIfPresent(extensions, "lastmodified", lastModified);
        extensions.put("via", via.text());
        putIfPresent(extensions, "supersededby", page.supersededBy());
        Look next = page.seenNext();
        if (next != null) {
            extensions.put("nextseen", next.at().toString());
            extensions.put("nextsha256", next.sha256());
        }
        return new EventAttributes(
                        page.url() + "@" + page.version(),
                        SOURCE,
                        EventTypes.PAGE_FETCHED,
                        page.fetchedAt(),
                        page.url(),
                        extensions)
                .toHeaders(contentType);
    }

    /** Reads it back; throws {@link IllegalArgumentException} naming the header that is absent or malformed. */
    public static PageFetched fromHeaders(Map<String, String> headers) {
        EventAttributes event = EventAttributes.fromHeaders(headers);
        if (!event.type().equals(EventTypes.PAGE_FETCHED)) {
            Checks.refuse("ce_type", event.type(), EventTypes.PAGE_FETCHED);
        }
        String status = event.extension("httpstatus");
        return new PageFetched(
                new PageRef(
                        event.subject(),
                        number("pageversion", event.requiredExtension("pageversion")),
                        event.requiredExtension("pagesha256"),
                        event.time(),
                        event.extension("supersededby"),
                        seenNext(event)),
                Via.of(event.requiredExtension("via")),
                event.requiredExtension("finalurl"),
                status == null ? null : number("httpstatus", status),
                event.extension("etag"),
                event.extension("lastmodified"),
                headers.getOrDefault(EventAttributes.CONTENT_TYPE, "application/octet-stream"));
    }

    private static @Nullable Look seenNext(EventAttributes event) {
        String at = event.extension("nextseen");
        return at == null ? null : new Look(time("nextseen", at), event.requiredExtension("nextsha256"));
    }

    private static Instant time(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            return Checks.refuse("ce_" + name, value, "an RFC 3339 time in UTC");
        }
    }

    private static void putIfPresent(Map<String, String> extensions, String name, @Nullable Object value) {
        if (value != null) {
            extensions.put(name, value.toString());
        }
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return Checks.refuse("ce_" + name, value, "a whole number");
        }
    }
}
