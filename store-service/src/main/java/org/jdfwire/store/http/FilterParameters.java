package org.jdfwire.store.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.store.filter.TopicFilter;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The filters, the same at every feed and list. */
final class FilterParameters {
    private static final Set<String> NAMES = Set.of(
            "type", "issue", "section", "country", "kind", "person", "organization", "occurredFrom", "occurredTo", "q");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String DAY = "a day, such as 2021-03-31";
    private static final String TYPES =
            choices(Arrays.stream(ChangeType.values()).map(ChangeType::text));
    private static final String KINDS = choices(Arrays.stream(Kind.values()).map(Kind::text));

    private FilterParameters() {}

    /** Takes the parameters of a request that knows the filters and these other names. */
    static Parameters with(ServerHttpRequest request, String... others) {
        Set<String> known = new LinkedHashSet<>(NAMES);
        known.addAll(List.of(others));
        return Parameters.of(request, known);
    }

    /** Reads the filter. */
    static TopicFilter read(Parameters parameters) {
        LocalDate from = parameters.one("occurredFrom", DAY, LocalDate::parse);
        LocalDate to = parameters.one("occurredTo", DAY, LocalDate::parse);
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.parameter("occurredTo", to.toString(), "not before occurredFrom, " + from);
        }
        return new TopicFilter(
                parameters.all("type", TYPES, ChangeType::of),
                parameters.all("issue", "an issue number, 1 and up", FilterParameters::issue),
                parameters.all("section", "a section", text -> text),
                parameters.all("country", "ISO 3166-1 alpha-2, such as JP", FilterParameters::country),
                parameters.all("kind", KINDS, Kind::of),
                parameters.all("person", "a family name, a whole name or a person's id", text -> text),
                parameters.all("organization", "a name", text -> text),
                from,
                to,
                List.copyOf(parameters.all("q", "words", text -> text)));
    }

    /** Reads an issue number; throws {@link IllegalArgumentException} for any other text. */
    static Integer issue(String text) {
        return Parameters.within(1, Integer.MAX_VALUE, text);
    }

    private static String country(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            throw new IllegalArgumentException(text);
        }
        return code;
    }

    private static String choices(Stream<String> texts) {
        return texts.collect(Collectors.joining(", ", "one of ", ""));
    }
}
