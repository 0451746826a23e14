package org.jdfwire.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRejected;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.jdfwire.parser.PageParser;
import org.jdfwire.parser.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/** The parser with one rule changed, under a version of its own. */
final class ChangedParser implements BiFunction<PageFetched, byte[], ParseResult> {
    private final PageParser parser = new PageParser();
    private final String version;
    private final UnaryOperator<List<ObjectNode>> rule;

    /**
     * Changes a rule.
     *
     * @param rule what becomes of a page's topics, as JSON; null where the page is refused
     */
    ChangedParser(String version, UnaryOperator<List<ObjectNode>> rule) {
        this.version = version;
        this.rule = rule;
    }

    @Override
    public ParseResult apply(PageFetched fetched, byte[] body) {
        ParseResult read = parser.parse(fetched, body);
        if (!(read instanceof ParseResult.Parsed parsed)) {
            PageRejected reject = ((ParseResult.Rejected) read).reject();
            return new ParseResult.Rejected(
                    new PageRejected(reject.reason(), reject.detail(), reject.page(), by(reject.parser())));
        }
        List<ObjectNode> changed = rule.apply(parsed.topics().stream()
                .map(topic -> Json.MAPPER.<ObjectNode>valueToTree(topic))
                .toList());
        if (changed == null) {
            return new ParseResult.Rejected(new PageRejected(
                    RejectReason.NO_TOPICS,
                    "refused by the rule",
                    fetched.page(),
                    by(parsed.manifest().parser())));
        }
        List<Topic> topics = new ArrayList<>();
        for (ObjectNode json : changed) {
            json.set("parser", Json.MAPPER.valueToTree(by(parsed.manifest().parser())));
            Topic unhashed = Json.read(Json.bytes(json), Topic.class);
            json.put("contentHash", TopicContent.of(unhashed).hash());
            topics.add(Json.read(Json.bytes(json), Topic.class));
        }
        PageParsed manifest = parsed.manifest();
        ObjectNode list = Json.MAPPER.valueToTree(manifest);
        list.set("parser", Json.MAPPER.valueToTree(by(manifest.parser())));
        list.set(
                "topicIds",
                Json.MAPPER.valueToTree(topics.stream().map(Topic::topicId).toList()));
        return new ParseResult.Parsed(topics, Json.read(Json.bytes(list), PageParsed.class));
    }

    private ParserRef by(ParserRef parser) {
        return new ParserRef(version, parser.layout());
    }
}
