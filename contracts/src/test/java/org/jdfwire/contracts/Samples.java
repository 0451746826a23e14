package org.jdfwire.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.ParserRef;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.contracts.topic.Link;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;

/** One sample of everything, for the tests of this module. */
final class Samples {
    static final String URL = "https://www.mod.go.jp/en/jdf/no201/topics.html";
    static final String TOPIC_ID = "jdf-201-topics-talks-by-telephone-de";
    static final PageRef PAGE = new PageRef(URL, 2, "ab".repeat(32), Instant.parse("2026-11-24T01:02:03Z"));
    static final ParserRef PARSER = new ParserRef("1.0.0", "jdf-2019");

    private Samples() {}

    static Topic topic(String paragraph) {
        List<Country> countries = List.of(
                new Country("DE", Country.Evidence.FLAG, "germany"), new Country("JP", Country.Evidence.FLAG, "japan"));
        List<Occurrence> occurred = List.of(new Occurrence(
                LocalDate.of(2026, 10, 2),
                LocalDate.of(2026, 10, 3),
                "On October 2 and 3",
                Occurrence.Precision.DAY,
                true,
                false));
        List<Person> people = List.of(new Person("Aoba", "Kei", "Minister", "JP", "jp-aoba", "Minister AOBA Kei"));
        List<Image> images = List.of(new Image("https://www.mod.go.jp/en/jdf/no201/a.jpg", "Talks", null));
        List<Link> links = List.of(new Link("https://www.mod.go.jp/en/", "the ministry"));
        TopicContent content = new TopicContent(
                "en",
                "Talks by Telephone",
                countries,
                occurred,
                people,
                List.of("NIDS"),
                Kind.PORT_CALL,
                List.of(paragraph),
                TopicContent.captions(images),
                links);
        return new Topic(
                TOPIC_ID,
                "jdf",
                new IssueRef(201, YearMonth.of(2026, 11)),
                "topics",
                content.title(),
                new Group(1, 2),
                content.language(),
                countries,
                occurred,
                people,
                content.organizations(),
                content.kind(),
                content.paragraphs(),
                images,
                links,
                PAGE,
                new Evidence(41, 58, "body > div:nth-of-type(3)")
                        .with(new Evidence.Words("Talks by Telephone", Map.of("NIDS", "the National Institute"))),
                PARSER,
                content.hash());
    }
}
