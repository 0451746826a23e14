package org.jdfwire.parser.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Link;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.jdfwire.parser.decode.DecodedPage;
import org.jdfwire.parser.field.KindReader;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.Vocabulary;

/**
 * Reads a feed into topics of the publication {@value FeedReader#PUBLICATION}, one an item; of items with the same link
 * the first counts, for feeds list the newest first. Its manifest is partial: an item that has scrolled out is not gone.
 */
public final class FeedParser {
    /** The layout of every feed. */
    public static final String LAYOUT = "rss";

    private final Vocabulary vocabulary = new Vocabulary();
    private final KindReader kinds = new KindReader(vocabulary);

    /**
     * A feed's topics and their list.
     *
     * @param topics in the feed's order
     * @param manifest partial
     */
    public record Parsed(List<Topic> topics, PageParsed manifest) {}

    /** Whether a text is a feed and no page. */
    public boolean isFeed(String text) {
        return FeedReader.isFeed(text);
    }

    /**
     * Reads a feed.
     *
     * @throws org.jdfwire.parser.refusal.PageRefusedException when it cannot be trusted to be a whole feed
     */
    public Parsed parse(DecodedPage decoded, PageRef page, String parserVersion) {
        ParserRef parser = new ParserRef(parserVersion, LAYOUT);
        FeedReader.Feed feed = FeedReader.read(decoded.text(), page.url());
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (FeedItem item : feed.items()) {
            String id = FeedIds.of(item.link(), item.title(), page.url());
            topics.computeIfAbsent(id, unused -> topic(id, item, feed.language(), page, parser));
        }
        return new Parsed(
                List.copyOf(topics.values()),
                new PageParsed(
                        FeedReader.PUBLICATION,
                        null,
                        null,
                        page,
                        parser,
                        List.copyOf(topics.keySet()),
                        Boolean.TRUE,
                        decoded.encoding()));
    }

    private Topic topic(String id, FeedItem item, String language, PageRef page, ParserRef parser) {
        String link = item.link();
        List<Link> links = link == null ? List.of() : List.of(new Link(link, item.title()));
        Kind kind = kinds.read(Passage.of(item.title(), vocabulary), Passage.all(item.paragraphs(), vocabulary), null)
                .kind();
        TopicContent content = new TopicContent(
                language,
                item.title(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                kind,
                item.paragraphs(),
                List.of(),
                links);
        return new Topic(
                id,
                FeedReader.PUBLICATION,
                null,
                null,
                item.title(),
                null,
                language,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                kind,
                item.paragraphs(),
                List.of(),
                links,
                page,
                item.evidence(),
                parser,
                content.hash());
    }
}
