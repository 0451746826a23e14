package org.jdfwire.store.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Occurrence;
import org.jdfwire.contracts.topic.Topic;
import org.jdfwire.contracts.topic.TopicContent;
import org.jspecify.annotations.Nullable;

/**
 * A topic's content as texts, one a field; what stands in a list has a line each. Topics with different content hashes
 * differ in at least one of them.
 */
final class TopicText {
    private TopicText() {}

    /** Returns the texts by field, in the order in which they are read; of no topic all are empty. */
    static Map<String, String> of(@Nullable Topic topic) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", lines(topic == null ? Stream.of() : Stream.of(topic.title())));
        texts.put("paragraphs", lines(list(topic, Topic::paragraphs)));
        texts.put("captions", lines(list(topic, some -> TopicContent.captions(some.images()))));
        texts.put(
                "kind",
                lines(topic == null ? Stream.of() : Stream.of(topic.kind().text())));
        texts.put("countries", lines(list(topic, Topic::countries).map(TopicText::country)));
        texts.put("occurred", lines(list(topic, Topic::occurred).map(TopicText::days)));
        texts.put(
                "people",
                lines(list(topic, Topic::people)
                        .map(person -> person.role() == null ? person.name() : person.role() + ' ' + person.name())));
        texts.put("organizations", lines(list(topic, Topic::organizations)));
        texts.put("links", lines(list(topic, Topic::links).map(link -> link.text() + " <" + link.url() + '>')));
        texts.put("language", lines(topic == null ? Stream.of() : Stream.of(topic.language())));
        return texts;
    }

    private static <T> Stream<T> list(@Nullable Topic topic, Function<Topic, List<T>> member) {
        return topic == null ? Stream.of() : member.apply(topic).stream();
    }

    private static String country(Country country) {
        return country.code() + " (" + lower(country.evidence()) + ": " + country.text() + ')';
    }

    private static String days(Occurrence occurrence) {
        String days = occurrence.start().equals(occurrence.end())
                ? occurrence.start().toString()
                : occurrence.start() + " to " + occurrence.end();
        return days + " (" + lower(occurrence.precision()) + ": " + occurrence.text()
                + (occurrence.yearInferred() ? "; year inferred" : "")
                + (occurrence.anchorInferred() ? "; anchor inferred" : "") + ')';
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
