package org.jdfwire.contracts.topic;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.event.EventAttributes;
import org.jdfwire.contracts.event.EventTypes;
import org.jdfwire.contracts.page.Encoding;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of one page version, sent after its topics: a topic that an older version had and this list lacks is
 * withdrawn, unless the list is partial.
 *
 * @param publication as in {@link Topic}
 * @param issue as in {@link Topic}
 * @param section as in {@link Topic}
 * @param page which version of which page
 * @param parser who read it
 * @param topicIds the page's topics in order; empty for a page that holds none by its nature (an index)
 * @param partial {@link Boolean#TRUE} where the page shows only the newest of its topics, as a feed does, so that a
 *     topic it lacks is not gone; null, and absent from the JSON, where the list is complete
 * @param encoding in which the page's bytes were read, null in the manifests of parsers that did not say
 * @param confidence how sure the parser is of the page; null, and absent from the JSON, where nothing was to be counted
 */
public record PageParsed(
        String publication,
        @Nullable IssueRef issue,
        @Nullable String section,
        PageRef page,
        ParserRef parser,
        List<String> topicIds,
        @Nullable Boolean partial,
        @Nullable Encoding encoding,
        @Nullable Confidence confidence) {

    private static final String SOURCE = "/jdfwire/parser";

    public PageParsed {
        Checks.text("publication", publication);
        topicIds = Checks.distinct("topicIds", List.copyOf(topicIds));
    }

    /** A list of which nothing was counted. */
    public PageParsed(
            String publication,
            @Nullable IssueRef issue,
            @Nullable String section,
            PageRef page,
            ParserRef parser,
            List<String> topicIds,
            @Nullable Boolean partial,
            @Nullable Encoding encoding) {
        this(publication, issue, section, page, parser, topicIds, partial, encoding, null);
    }

    /** A complete list, without a word on the encoding. */
    public PageParsed(
            String publication,
            @Nullable IssueRef issue,
            @Nullable String section,
            PageRef page,
            ParserRef parser,
            List<String> topicIds) {
        this(publication, issue, section, page, parser, topicIds, null, null);
    }

    /** Whether a topic that the list lacks is no longer on the page. */
    @JsonIgnore
    public boolean isComplete() {
        return !Boolean.TRUE.equals(partial);
    }

    /** Returns the message's headers; its id is {@code <url>@<version>.<parser version>}. */
    public Map<String, String> toHeaders() {
        return new EventAttributes(
                        page.url() + "@" + page.version() + "." + parser.version(),
                        SOURCE,
                        EventTypes.PAGE_PARSED,
                        page.fetchedAt(),
                        page.url(),
                        Map.of())
                .toHeaders(EventAttributes.JSON);
    }
}
