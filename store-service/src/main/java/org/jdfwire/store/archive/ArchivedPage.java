package org.jdfwire.store.archive;

import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;

/**
 * One observation of a page and the bytes that were seen.
 *
 * @param partition of {@code jdf.pages} that it came from
 * @param offset in that partition
 * @param event how they came in
 * @param body the exact bytes, not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of pages are passed on, never compared
public record ArchivedPage(int partition, long offset, PageFetched event, byte[] body) {
    public ArchivedPage {
        String seen = Json.sha256(body);
        if (!seen.equals(event.page().sha256())) {
            Checks.refuse("ce_pagesha256", event.page().sha256(), seen + ", the hash of the bytes");
        }
    }

    String sha256() {
        return event.page().sha256();
    }
}
