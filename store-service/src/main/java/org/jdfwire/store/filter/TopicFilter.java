package org.jdfwire.store.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.contracts.topic.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * What a reader asks for: of each field one of several values, and all fields at once; empty means any.
 *
 * @param types of changes
 * @param issues issue numbers
 * @param sections sections of an issue
 * @param countries ISO 3166 alpha-2; one of them takes part
 * @param kinds sorts of event
 * @param people family names, whole names in either order or ids, in any case
 * @param organizations names, in any case
 * @param occurredFrom it went on on this day or later, or null
 * @param occurredTo it went on on this day or earlier, or null
 * @param texts words that follow one another in a title, a paragraph or a caption, in any case
 */
public record TopicFilter(
        Set<ChangeType> types,
        Set<Integer> issues,
        Set<String> sections,
        Set<String> countries,
        Set<Kind> kinds,
        Set<String> people,
        Set<String> organizations,
        @Nullable LocalDate occurredFrom,
        @Nullable LocalDate occurredTo,
        List<String> texts) {

    /** Lets everything through. */
    public static final TopicFilter ALL = new TopicFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, List.of());

    public TopicFilter {
        types = Set.copyOf(types);
        issues = Set.copyOf(issues);
        sections = Set.copyOf(sections);
        countries = Set.copyOf(countries);
        kinds = Set.copyOf(kinds);
        people = folded(people);
        organizations = folded(organizations);
        texts = texts.stream().map(FilterFields::folded).toList();
    }

    /** Returns whether the fields of a change or a topic pass; the same answer as the query gives. */
    public boolean matches(FilterFields fields) {
        return passes(types, fields.type())
                && passes(issues, fields.issue())
                && passes(sections, fields.section())
                && passesOne(countries, fields.countries())
                && (kinds.isEmpty()
                        || kinds.stream().anyMatch(kind -> kind.text().equals(fields.kind())))
                && passesOne(people, fields.people())
                && passesOne(organizations, fields.organizations())
                && (!hasDays() || fields.occurred().stream().anyMatch(this::overlaps))
                && (texts.isEmpty() || texts.stream().anyMatch(fields.text()::contains));
    }

    /** Returns the same as conditions of a MongoDB query, all of which must hold; empty for everything. */
    public List<Criteria> toConditions() {
        List<Criteria> conditions = new ArrayList<>();
        in(conditions, FilterFields.TYPE, types);
        in(conditions, FilterFields.ISSUE, issues);
        in(conditions, FilterFields.SECTION, sections);
        in(conditions, FilterFields.COUNTRIES, countries);
        in(conditions, FilterFields.KIND, kinds.stream().map(Kind::text).toList());
        in(conditions, FilterFields.PEOPLE, people);
        in(conditions, FilterFields.ORGANIZATIONS, organizations);
        if (hasDays()) {
            Criteria days = new Criteria();
            if (occurredFrom != null) {
                days = days.and(FilterFields.END).gte(occurredFrom);
            }
            if (occurredTo != null) {
                days = days.and(FilterFields.START).lte(occurredTo);
            }
            conditions.add(Criteria.where(FilterFields.OCCURRED).elemMatch(days));
        }
        if (!texts.isEmpty()) {
            conditions.add(new Criteria()
                    .orOperator(texts.stream()
                            .map(text -> Criteria.where(FilterFields.TEXT).regex(Pattern.quote(text)))
                            .toList()));
        }
        return conditions;
    }

    private boolean hasDays() {
        return occurredFrom != null || occurredTo != null;
    }

    private boolean overlaps(FilterFields.Days days) {
        return (occurredFrom == null || !days.end().isBefore(occurredFrom))
                && (occurredTo == null || !days.start().isAfter(occurredTo));
    }

    private static <T> boolean passes(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private static boolean passesOne(Set<String> wanted, Collection<String> values) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, values);
    }

    private static void in(List<Criteria> conditions, String field, Collection<?> values) {
        if (!values.isEmpty()) {
            conditions.add(Criteria.where(field).in(values));
        }
    }

    private static Set<String> folded(Set<String> names) {
        return Set.copyOf(names.stream().map(FilterFields::folded).toList());
    }
}
