package org.jdfwire.parser;

import java.util.List;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;

/** What became of one page. */
public sealed interface ParseResult {

    /**
     * The page was read.
     *
     * @param topics its topics in order; none for an index page
     * @param manifest the list of their ids, to be sent after them
     */
    record Parsed(List<Topic> topics, PageParsed manifest) implements ParseResult {}

    /**
     * The page could not be read.
     *
     * @param reject why
     */
    record Rejected(PageRejected reject) implements ParseResult {}
}
