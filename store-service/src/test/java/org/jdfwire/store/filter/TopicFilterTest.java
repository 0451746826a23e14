package org.jdfwire.store.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jdfwire.store.Pages.MORNING;
import static org.jdfwire.store.Pages.PARSER;
import static org.jdfwire.store.Pages.page;
import static org.jdfwire.store.Pages.topic;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.store.Templates;
import org.jdfwire.store.projection.TopicDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** A live subscriber and one that catches up must see the same changes, so both forms of a filter are held together. */
class TopicFilterTest {
    private static final LocalDate FEBRUARY_2 = LocalDate.of(2026, 2, 2);
    private static final LocalDate FEBRUARY_3 = FEBRUARY_2.plusDays(1);
    private static final LocalDate FEBRUARY_4 = FEBRUARY_2.plusDays(2);
    private static final LocalDate FEBRUARY_5 = FEBRUARY_2.plusDays(3);

    /** On February 3 and 4, with Germany. */
    private static final FilterFields GERMANY = FilterFields.of(
            ChangeType.TOPIC_CREATED,
            topic(133, "germany", "DE", page(133, 1, MORNING, "v1"), PARSER, "The  Ministers spoke (at length)."));

    private static final FilterFields FRANCE = FilterFields.of(
            ChangeType.TOPIC_REVISED, topic(134, "france", "FR", page(134, 1, MORNING, "v1"), PARSER, "They met."));

    private static MongoServer server;
    private static MongoClient client;
    private static MongoTemplate mongo;

    @BeforeAll
    static void start() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString());
        mongo = Templates.of(client, "filter");
        mongo.insert(List.of(GERMANY, FRANCE), "topics");
    }

    @AfterAll
    static void stop() {
        client.close();
        server.shutdownNow();
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("everything", TopicFilter.ALL, "germany", "france"),
                new Case("a type", filter().types(ChangeType.TOPIC_REVISED).build(), "france"),
                new Case("an issue", filter().issues(133).build(), "germany"),
                new Case("one of two issues", filter().issues(133, 134).build(), "germany", "france"),
                new Case("a section", filter().sections("topics").build(), "germany", "france"),
                new Case("another section", filter().sections("column").build()),
                new Case("a country", filter().countries("FR").build(), "france"),
                new Case(
                        "a country and another issue",
                        filter().countries("FR").issues(133).build()),
                new Case("a kind", filter().kinds(Kind.TELECONFERENCE).build(), "germany", "france"),
                new Case("another kind", filter().kinds(Kind.VISIT).build()),
                new Case("a person in any case", filter().people("TANAKA").build(), "germany", "france"),
                new Case("no part of a name", filter().people("Tana").build()),
                new Case("an organization", filter().organizations("nids").build(), "germany", "france"),
                new Case("until the day before", filter().days(null, FEBRUARY_2).build()),
                new Case("until the first day", filter().days(null, FEBRUARY_3).build(), "germany", "france"),
                new Case("from the last day", filter().days(FEBRUARY_4, null).build(), "germany", "france"),
                new Case("from the day after", filter().days(FEBRUARY_5, null).build()),
                new Case(
                        "words of the text",
                        filter().texts("ministers SPOKE (at").build(),
                        "germany"),
                new Case("words of the title", filter().texts("talks: fr").build(), "france"),
                new Case(
                        "what looks like a pattern", filter().texts("m.nisters").build()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheSameInMemoryAndInMongoDb(Case asked) {
        List<String> inMemory = Stream.of(GERMANY, FRANCE)
                .filter(asked.filter()::matches)
                .map(FilterFields::topicId)
                .toList();
        List<Criteria> conditions = asked.filter().toConditions();
        Query query = conditions.isEmpty() ? new Query() : Query.query(new Criteria().andOperator(conditions));
        List<String> inMongo = mongo.query(TopicDocument.class).as(FilterFields.class).matching(query).all().stream()
                .map(FilterFields::topicId)
                .toList();

        assertThat(inMemory).containsExactlyElementsOf(asked.topicIds());
        assertThat(inMongo).containsExactlyInAnyOrderElementsOf(asked.topicIds());
    }

    record Case(String name, TopicFilter filter, List<String> topicIds) {
        Case(String name, TopicFilter filter, String... topics) {
            this(name, filter, Stream.of(topics).map(Case::topicId).toList());
        }

        private static String topicId(String topic) {
            return "jdf-" + (topic.equals("germany") ? 133 : 134) + "-topics-" + topic;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static FilterBuilder filter() {
        return new FilterBuilder();
    }

    private static final class FilterBuilder {
        private Set<ChangeType> types = Set.of();
        private Set<Integer> issues = Set.of();
        private Set<String> sections = Set.of();
        private Set<String> countries = Set.of();
        private Set<Kind> kinds = Set.of();
        private Set<String> people = Set.of();
        private Set<String> organizations = Set.of();
        private LocalDate from;
        private LocalDate to;
        private List<String> texts = List.of();

        FilterBuilder types(ChangeType... values) {
            types = Set.of(values);
            return this;
        }

        FilterBuilder issues(Integer... values) {
            issues = Set.of(values);
            return this;
        }

        FilterBuilder sections(String... values) {
            sections = Set.of(values);
            return this;
        }

        FilterBuilder countries(String... values) {
            countries = Set.of(values);
            return this;
        }

        FilterBuilder kinds(Kind... values) {
            kinds = Set.of(values);
            return this;
        }

        FilterBuilder people(String... values) {
            people = Set.of(values);
            return this;
        }

        FilterBuilder organizations(String... values) {
            organizations = Set.of(values);
            return this;
        }

        FilterBuilder days(LocalDate first, LocalDate last) {
            from = first;
            to = last;
            return this;
        }

        FilterBuilder texts(String... values) {
            texts = List.of(values);
            return this;
        }

        TopicFilter build() {
            return new TopicFilter(types, issues, sections, countries, kinds, people, organizations, from, to, texts);
        }
    }
}
