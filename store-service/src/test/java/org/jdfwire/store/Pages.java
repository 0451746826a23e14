package org.jdfwire.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;

/** Pages, topics and manifests of this project's own writing. */
public final class Pages {
    public static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant EVENING = Instant.parse("2026-03-01T18:00:00Z");
    public static final ParserRef PARSER = new ParserRef("1", "site");
    public static final ParserRef NEXT_PARSER = new ParserRef("2", "site");

    private Pages() {}

    /** A version of the topics page of an issue; its hash follows from the bytes that are named. */
    public static PageRef page(int issue, int version, Instant fetchedAt, String bytes) {
        return new PageRef(
                "https://www.mod.go.jp/en/jdf/no" + issue + "/topics.html",
                version,
                Json.sha256(bytes.getBytes(StandardCharsets.UTF_8)),
                fetchedAt);
    }

    public static String topicId(int issue, String name) {
        return "jdf-" + issue + "-topics-" + name;
    }

    /** A topic about talks with Germany, told in these paragraphs. */
    public static Topic topic(int issue, String name, PageRef page, ParserRef parser, String... paragraphs) {
        return topic(issue, name, "DE", page, parser, paragraphs);
    }

    public static Topic topic(
            int issue, String name, String country, PageRef page, ParserRef parser, String... paragraphs) {
        Topic unhashed = new Topic(
                topicId(issue, name),
                "jdf",
                new IssueRef(issue, YearMonth.of(2026, 2)),
                "topics",
                "Talks: " + name,
                null,
                "en",
                List.of(new Country(country, Country.Evidence.FLAG, "a flag")),
                List.of(new Occurrence(
                        LocalDate.of(2026, 2, 3),
                        LocalDate.of(2026, 2, 4),
                        "On February 3 and 4",
                        Occurrence.Precision.DAY,
                        true,
                        false)),
                List.of(new Person("Tanaka", "Minister")),
                List.of("NIDS"),
                Kind.TELECONFERENCE,
                Arrays.asList(paragraphs),
                List.of(),
                List.of(),
                page,
                new Evidence(3, 9, "h3"),
                parser,
                Json.hash("unhashed"));
        return hashed(unhashed);
    }

    public static PageParsed manifest(int issue, PageRef page, ParserRef parser, String... names) {
        return new PageParsed(
                "jdf",
                new IssueRef(issue, YearMonth.of(2026, 2)),
                "topics",
                page,
                parser,
                Arrays.stream(names).map(name -> topicId(issue, name)).toList());
    }

    private static Topic hashed(Topic topic) {
        return new Topic(
                topic.topicId(),
                topic.publication(),
                topic.issue(),
                topic.section(),
                topic.title(),
                topic.group(),
                topic.language(),
                topic.countries(),
                topic.occurred(),
                topic.people(),
                topic.organizations(),
                topic.kind(),
                topic.paragraphs(),
                topic.images(),
                topic.links(),
                topic.page(),
                topic.evidence(),
                topic.parser(),
                TopicContent.of(topic).hash());
    }
}
