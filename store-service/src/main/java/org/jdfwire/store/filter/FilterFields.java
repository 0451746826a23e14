package org.jdfwire.store.filter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.change.Change;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.change.PublishedIssue;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Person;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * What a change or a topic can be found by, flat; members of the documents of both, where an absent value is null.
 *
 * @param type the change, or the one that made the topic's present state
 * @param topicId null for an issue
 * @param publication as in a topic
 * @param issue number, or null where there is none
 * @param section null where there is none
 * @param countries ISO 3166 alpha-2
 * @param kind text form, or null for an issue
 * @param people ids, family names and whole names in both orders, in lower case
 * @param organizations names in lower case
 * @param occurred when it took place
 * @param text title, paragraphs and captions in lower case, a line each
 */
public record FilterFields(
        ChangeType type,
        @Field(write = Field.Write.ALWAYS) @Nullable String topicId,
        String publication,
        @Field(write = Field.Write.ALWAYS) @Nullable Integer issue,
        @Field(write = Field.Write.ALWAYS) @Nullable String section,
        List<String> countries,
        @Field(write = Field.Write.ALWAYS) @Nullable String kind,
        List<String> people,
        List<String> organizations,
        List<Days> occurred,
        String text) {

    public static final String TYPE = "type";
    static final String ISSUE = "issue";
    static final String SECTION = "section";
    static final String COUNTRIES = "countries";
    static final String KIND = "kind";
    static final String PEOPLE = "people";
    static final String ORGANIZATIONS = "organizations";
    static final String OCCURRED = "occurred";
    static final String START = "start";
    static final String END = "end";
    static final String TEXT = "text";

    /** From the first day to the last, inclusive. */
    record Days(LocalDate start, LocalDate end) {}

    /** Returns the fields of a change. */
    public static FilterFields of(Change change) {
        Topic topic = change.topic();
        PublishedIssue issue = change.issue();
        if (topic != null) {
            return of(change.type(), topic);
        }
        if (issue != null) {
            return new FilterFields(
                    change.type(),
                    null,
                    issue.publication(),
                    issue.number(),
                    null,
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    "");
        }
        throw new IllegalStateException("the constructor lets no change be without both");
    }

    /** Returns the fields of a topic whose present state was made by a change of that type. */
    public static FilterFields of(ChangeType type, Topic topic) {
        IssueRef issue = topic.issue();
        return new FilterFields(
                type,
                topic.topicId(),
                topic.publication(),
                issue == null ? null : issue.number(),
                topic.section(),
                topic.countries().stream().map(Country::code).toList(),
                topic.kind().text(),
                topic.people().stream()
                        .flatMap(FilterFields::spellings)
                        .distinct()
                        .toList(),
                topic.organizations().stream().map(FilterFields::folded).toList(),
                topic.occurred().stream().map(FilterFields::days).toList(),
                Stream.of(
                                Stream.of(topic.title()),
                                topic.paragraphs().stream(),
                                TopicContent.captions(topic.images()).stream())
                        .flatMap(lines -> lines)
                        .map(FilterFields::folded)
                        .collect(Collectors.joining("\n")));
    }

    /** Returns the form in which names and texts are compared: lower case, white space folded. */
    static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static Stream<String> spellings(Person person) {
        String given = person.givenName();
        return Stream.of(
                        person.id(),
                        person.name(),
                        given == null ? null : given + " " + person.name(),
                        given == null ? null : person.name() + " " + given)
                .filter(Objects::nonNull)
                .map(FilterFields::folded);
    }

    private static Days days(Occurrence occurrence) {
        return new Days(occurrence.start(), occurrence.end());
    }
}
