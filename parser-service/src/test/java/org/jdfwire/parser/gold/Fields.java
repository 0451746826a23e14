package org.jdfwire.parser.gold;

import java.util.List;
import org.jdfwire.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a topic in one form for found and expected ones; all empty for a topic that is not there.
 *
 * @param paragraphs text
 * @param dates {@code first..last} day
 * @param countries codes
 * @param evidence code and where the page says so
 * @param people family names
 * @param roles family name and office or rank
 * @param nations family name and the country the person acts for
 * @param organizations short names
 * @param kinds the one kind
 */
record Fields(
        List<String> paragraphs,
        List<String> dates,
        List<String> countries,
        List<String> evidence,
        List<String> people,
        List<String> roles,
        List<String> nations,
        List<String> organizations,
        List<String> kinds) {
    private static final Fields NONE = new Fields(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static Fields of(@Nullable Topic topic) {
        if (topic == null) {
            return NONE;
        }
        return new Fields(
                topic.paragraphs(),
                topic.occurred().stream()
                        .map(day -> day.start() + ".." + day.end())
                        .toList(),
                topic.countries().stream().map(country -> country.code()).toList(),
                topic.countries().stream()
                        .map(country ->
                                country.code() + " " + country.evidence().text())
                        .toList(),
                topic.people().stream().map(person -> person.name()).toList(),
                topic.people().stream()
                        .map(person -> person.name() + ", " + person.role())
                        .toList(),
                topic.people().stream()
                        .map(person -> person.name() + ", " + person.country())
                        .toList(),
                topic.organizations(),
                List.of(topic.kind().text()));
    }

    static Fields of(Expected.@Nullable News news) {
        if (news == null) {
            return NONE;
        }
        return new Fields(
                news.paragraphs(),
                news.occurred().stream()
                        .map(day -> day.start() + ".." + day.end())
                        .toList(),
                news.countries().stream().map(Expected.Partner::code).toList(),
                news.countries().stream()
                        .map(country -> country.code() + " " + country.evidence())
                        .toList(),
                news.people().stream().map(Expected.Participant::name).toList(),
                news.people().stream()
                        .map(person -> person.name() + ", " + person.role())
                        .toList(),
                news.people().stream()
                        .map(person -> person.name() + ", " + person.country())
                        .toList(),
                news.organizations(),
                List.of(news.kind()));
    }
}
