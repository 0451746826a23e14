package org.jdfwire.contracts.page;

import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;

/**
 * A page version that could not be read; what was known of the page before stays as it is.
 *
 * @param reason why
 * @param detail why, in a sentence, with the value that was found and what was expected
 * @param page which version of which page
 * @param parser who refused it
 */
public record PageRejected(RejectReason reason, String detail, PageRef page, ParserRef parser) {
    private static final String SOURCE = "/jdfwire/parser";

    public PageRejected {
        Checks.text("detail", detail);
    }

    /** Returns the message's headers; its id is {@code <url>@<version>.<parser version>}. */
    public Map<String, String> toHeaders() {
        return new EventAttributes(
                        page.url() + "@" + page.version() + "." + parser.version(),
                        SOURCE,
                        EventTypes.PAGE_REJECTED,
                        page.fetchedAt(),
                        page.url(),
                        Map.of())
                .toHeaders(EventAttributes.JSON);
    }
}
