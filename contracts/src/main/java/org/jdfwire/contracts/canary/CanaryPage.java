package org.jdfwire.contracts.canary;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;

/**
 * The canary: a page in the magazine's present layout, of our own writing and as small as one can be that has a flag, a
 * day and a sentence, at an address that leads nowhere (RFC 2606).
 *
 * <p>Its sender says what must be read out of it, so who receives it needs to know no page: {@link EventAttributes#CANARY}.
 */
public final class CanaryPage {
    public static final String URL = "https://canary.invalid/jdf/no999/topics.html";

    /** What the parser of this release reads out of it; {@code CanaryPageTest} in parser-service holds the two together. */
    public static final String CONTENT_HASH = "sha256:37b4bda2c6e07f045e691435c234bc301e8ddca2d37be0adfb036a5d00c19619";

    private static final byte[] BODY = ("<!-- Sample page, invented: JDF Wire's canary. -->"
                    + "<title>TOPICS | JDF - Japan Defense Focus (No.999)</title>"
                    + "<p>Japan Defense Focus No.999 Feb. 2026</p>"
                    + "<h2>Sample Meeting with Australia</h2>"
                    + "<img alt=\"Flag:australia\">"
                    + "<p>On January 5, Minister Sample met a sample guest.</p>")
            .getBytes(StandardCharsets.UTF_8);

    private static final String SHA256 = Json.sha256(BODY);

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private CanaryPage() {}

    /** Returns the page's bytes. */
    public static byte[] body() {
        return BODY.clone();
    }

    /** Returns the headers of the canary that is sent at that time; its version is the seconds since 2026 began. */
    public static Map<String, String> headers(Instant sentAt) {
        int version = (int) (sentAt.getEpochSecond() - FIRST.getEpochSecond());
        PageFetched page = new PageFetched(
                new PageRef(URL, version, SHA256, sentAt), Via.FILE, URL, null, null, null, "text/html");
        Map<String, String> headers = new LinkedHashMap<>(page.toHeaders());
        headers.put(EventAttributes.header(EventAttributes.CANARY), CONTENT_HASH);
        return headers;
    }
}
