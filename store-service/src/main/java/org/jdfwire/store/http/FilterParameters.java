package org.jdfwire.store.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.store.filter.TopicFilter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.CollectionUtils;

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

    /** Reads a filter that is given as a JSON object instead: each member a parameter, its value a text or several. */
    static TopicFilter read(Map<String, List<String>> members) {
        return read(Parameters.of(CollectionUtils.toMultiValueMap(members), NAMES));
    }

    /** Returns a filter as the members of such an object. */
    static Map<String, List<String>> write(TopicFilter filter) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        put(members, "type", filter.types().stream().map(ChangeType::text));
        put(members, "issue", filter.issues().stream().map(String::valueOf));
        put(members, "section", filter.sections().stream());
        put(members, "country", filter.countries().stream());
        put(members, "kind", filter.kinds().stream().map(Kind::text));
        put(members, "person", filter.people().stream());
        put(members, "organization", filter.organizations().stream());
        put(members, "occurredFrom", Stream.ofNullable(filter.occurredFrom()).map(LocalDate::toString));
        put(members, "occurredTo", Stream.ofNullable(filter.occurredTo()).map(LocalDate::toString));
        put(members, "q", filter.texts().stream());
        return members;
    }

    /** Reads the filter. */
    static TopicFilter read(Parameters parameters) {
        LocalDate from = parameters.one("occurredFrom", DAY, FilterParameters::day);
        LocalDate to = parameters.one("occurredTo", DAY, FilterParameters::day);
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

    private static void put(Map<String, List<String>> members, String name, Stream<String> texts) {
        List<String> sorted = texts.sorted().toList();
        if (!sorted.isEmpty()) {
            members.put(name, sorted);
        }
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        // a year has four digits (RFC 3339); days are kept as text, and a sign would come before all digits
        Parameters.within(0, 9999, Integer.toString(day.getYear()));
        return day;
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
