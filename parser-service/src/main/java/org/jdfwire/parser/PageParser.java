package org.jdfwire.parser;

import java.util.ArrayList;
import java.util.List;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.block.BlockReader;
import org.jdfwire.parser.block.Survey;
import org.jdfwire.parser.confidence.ConfidenceJudge;
import org.jdfwire.parser.confidence.ConfidenceJudge.Reading;
import org.jdfwire.parser.decode.DecodedPage;
import org.jdfwire.parser.decode.PageDecoder;
import org.jdfwire.parser.era.Layout;
import org.jdfwire.parser.era.PageIdentifier;
import org.jdfwire.parser.era.PageIdentity;
import org.jdfwire.parser.feed.FeedParser;
import org.jdfwire.parser.field.CountryTable;
import org.jdfwire.parser.layout.EndLinks;
import org.jdfwire.parser.layout.FurnitureFilter;
import org.jdfwire.parser.layout.Line;
import org.jdfwire.parser.layout.TopicHeadings;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jdfwire.parser.text.Vocabulary;
import org.jdfwire.parser.topic.HeadlessLead;
import org.jdfwire.parser.topic.TopicDraft;
import org.jdfwire.parser.topic.TopicGrammar;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page version into topics: bytes, text, blocks, topics, fields; of a feed, bytes, text, items.
 *
 * <p>Pure and safe for use by several threads: the same bytes of the same page give the same result.
 */
public final class PageParser {
    /** Version of this parser; it rises whenever the same bytes may give other topics. */
    public static final String VERSION = "1.5.0";

    /** The layout of a page that was refused before its layout was known. */
    private static final String UNKNOWN_LAYOUT = "unknown";

    private static final String READABLE = " is known, but no reader exists for it (expected: a page of a section)";

    private static final int MOST_DETAIL = 1_000;

    private final PageDecoder decoder = new PageDecoder();
    private final HtmlReader html = new HtmlReader();
    private final FeedParser feeds = new FeedParser();
    private final BlockReader blocks;
    private final PageIdentifier identifier = new PageIdentifier();
    private final FurnitureFilter furniture = new FurnitureFilter();
    private final TopicHeadings headings;
    private final TopicGrammar grammar = new TopicGrammar();
    private final TopicWriter writer;
    private final ConfidenceJudge judge = new ConfidenceJudge();

    /** Reads the tables of words. */
    public PageParser() {
        Vocabulary vocabulary = new Vocabulary();
        CountryTable countries = CountryTable.load(vocabulary);
        this.blocks = new BlockReader(countries::isCountry);
        this.headings = new TopicHeadings(countries::isCountry);
        this.writer = new TopicWriter(countries, vocabulary);
    }

    /** Reads a page; a page that cannot be read is a result too, never an exception. */
    public ParseResult parse(PageFetched fetched, byte[] body) {
        PageRef page = fetched.page();
        try {
            return parse(page, decoder.decode(body, fetched.contentType()));
        } catch (PageRefusedException e) {
            return rejected(page, e.reason(), UNKNOWN_LAYOUT, e.detail());
        }
    }

    private ParseResult parse(PageRef page, DecodedPage decoded) {
        try {
            if (feeds.isFeed(decoded.text())) {
                FeedParser.Parsed feed = feeds.parse(decoded, page, VERSION);
                return new ParseResult.Parsed(feed.topics(), feed.manifest());
            }
            Document document = html.read(decoded.text(), page.url());
            Survey survey = Survey.of(document);
            List<Block> read = EndLinks.removedFrom(blocks.read(document, survey));
            List<Line> lines = Line.all(read);
            PageIdentity identity = identifier.identify(page.url(), document.title(), lines, survey.menuLines());
            if (identity.layout().holds() == Layout.Holds.UNREADABLE) {
                String name = identity.layout().name();
                return rejected(page, RejectReason.UNSUPPORTED_LAYOUT, name, "layout: " + name + READABLE);
            }
            HeadlessLead lead = new HeadlessLead(lines, identity.section(), document.title());
            return topics(page, identity, decoded, read, lines, lead);
        } catch (PageRefusedException e) {
            // read in the wrong encoding, a page can look like any other kind of failure
            String detail = e.detail() + "; read as " + decoded.encoding();
            return rejected(page, e.reason(), UNKNOWN_LAYOUT, detail);
        }
    }

    /** Returns the reject of a page on which this parser itself failed. */
    public static ParseResult.Rejected failed(PageRef page, Throwable defect) {
        return rejected(
                page,
                RejectReason.PARSER_FAILED,
                UNKNOWN_LAYOUT,
                defect.getClass().getName() + ": " + defect.getMessage() + " (expected: no exception)");
    }

    /** Returns the reject of a page whose largest topic or manifest, so many bytes, is more than a store can keep. */
    public static ParseResult.Rejected tooLarge(PageRef page, String layout, int bytes) {
        return rejected(
                page,
                RejectReason.TOO_LARGE,
                layout,
                "topic: " + bytes + " bytes (expected: at most " + Destinations.MAX_TOPIC_BYTES + ")");
    }

    private ParseResult topics(
            PageRef page,
            PageIdentity identity,
            DecodedPage decoded,
            List<Block> read,
            List<Line> lines,
            HeadlessLead lead) {
        ParserRef parser = new ParserRef(VERSION, identity.layout().name());
        List<Topic> topics = new ArrayList<>();
        @Nullable Confidence confidence = null;
        if (identity.layout().holds() == Layout.Holds.TOPICS) {
            List<Block> content = furniture.filter(lines, identity.section());
            List<Block> settled = headings.settle(
                    content, identity.section(), identity.layout().fusesHeadings());
            List<TopicDraft> drafts = grammar.read(settled, lead);
            if (drafts.isEmpty()) {
                throw new PageRefusedException(RejectReason.NO_TOPICS, seen(read));
            }
            topics = writer.write(drafts, identity, page, parser);
            Reading reading = new Reading(decoded.text(), parser.layout(), identity.section(), read, content);
            confidence = judge.judge(reading, drafts, topics);
            if (!ConfidenceJudge.suffices(confidence)) {
                String detail = ConfidenceJudge.detail(confidence);
                return rejected(page, RejectReason.LOW_CONFIDENCE, parser.layout(), detail);
            }
        }
        List<String> ids = topics.stream().map(Topic::topicId).toList();
        return new ParseResult.Parsed(
                List.copyOf(topics),
                new PageParsed(
                        PageIdentity.PUBLICATION,
                        identity.issue(),
                        identity.section(),
                        page,
                        parser,
                        ids,
                        null,
                        decoded.encoding(),
                        confidence));
    }

    private static String seen(List<Block> read) {
        long headings = read.stream().filter(Block.Heading.class::isInstance).count();
        long texts = read.stream().filter(Block.Text.class::isInstance).count();
        long flags = read.stream().filter(Block.Flag.class::isInstance).count();
        long images = read.stream().filter(Block.Image.class::isInstance).count();
        return "topics: 0, of " + headings + " headings, " + texts + " texts, " + flags + " flags, " + images
                + " images (expected: a heading with text under it)";
    }

    private static ParseResult.Rejected rejected(PageRef page, RejectReason reason, String layout, String detail) {
        String shortened = detail.length() <= MOST_DETAIL ? detail : detail.substring(0, MOST_DETAIL) + "…";
        return new ParseResult.Rejected(new PageRejected(reason, shortened, page, new ParserRef(VERSION, layout)));
    }
}
