package org.jdfwire.bench.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;

/**
 * A change as both servers get it; all of a run have the same size.
 *
 * @param change in the journal's form
 * @param json its text, what both send as the {@code data} of an event
 */
public record Message(Change change, byte[] json) {
    private static final PageRef PAGE = new PageRef(
            "https://www.mod.go.jp/en/jdf/no133/topics.html",
            1,
            Json.sha256("sample".getBytes(StandardCharsets.UTF_8)),
            Instant.EPOCH);
    private static final ParserRef PARSER = new ParserRef("1.0.0", "site");

    /** Makes a change of its own of a topic. */
    static Message of(Cursor cursor, Topic topic) {
        Change change = new Change(
                cursor,
                ChangeType.TOPIC_CREATED,
                topic.topicId() + "#0",
                Instant.EPOCH,
                Instant.EPOCH,
                topic.topicId(),
                topic,
                null,
                null,
                topic.page(),
                PARSER,
                Change.NO_HASH,
                Change.NO_HASH);
        return new Message(change, Json.bytes(change));
    }

    /** Returns a topic in the shape that the parser makes, so short that its change has little more than 1 KB. */
    static Topic topic() {
        Topic unhashed = new Topic(
                "jdf-133-topics-port-call-de",
                "jdf",
                new IssueRef(133, YearMonth.of(2021, 3)),
                "topics",
                "Port Call",
                null,
                "en",
                List.of(new Country("DE", Country.Evidence.FLAG, "germany")),
                List.of(),
                List.of(),
                List.of(),
                Kind.PORT_CALL,
                List.of("A ship called."),
                List.of(),
                List.of(),
                PAGE,
                new Evidence(3, 9, "h3"),
                PARSER,
                Json.hash("unhashed"));
        return new Topic(
                unhashed.topicId(),
                unhashed.publication(),
                unhashed.issue(),
                unhashed.section(),
                unhashed.title(),
                unhashed.group(),
                unhashed.language(),
                unhashed.countries(),
                unhashed.occurred(),
                unhashed.people(),
                unhashed.organizations(),
                unhashed.kind(),
                unhashed.paragraphs(),
                unhashed.images(),
                unhashed.links(),
                unhashed.page(),
                unhashed.evidence(),
                unhashed.parser(),
                TopicContent.of(unhashed).hash());
    }
}
