package org.jdfwire.parser.person;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.field.OrganizationTable.Organization;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jspecify.annotations.Nullable;

/** Reads the country before a title: {@code German Federal Minister}, {@code Royal Australian Navy Commodore}. */
final class CountryBefore {
    /** Words after which a country is a place: {@code in Australia Minister Kishi}. */
    private static final Set<String> PLACE =
            Set.of("in", "to", "at", "from", "of", "visited", "with", "for", "and", "between", "via", "left", "near");

    private static final Pattern POSSESSIVE = Pattern.compile("^[’']s? ");
    private static final int LONGEST_PLACE = 12;
    private static final Set<String> ASIDE = Set.of("then", "former", "new", "counterpart", "counterpart,");

    private static final List<String> ANOTHER = List.of(" and ", " and the ", " & ", " & the ");

    private final BodyWords words;

    CountryBefore(BodyWords words) {
        this.words = words;
    }

    /**
     * A country before a title.
     *
     * @param start where its words begin
     * @param country ISO 3166-1 alpha-2
     */
    record Found(int start, String country) {}

    /** Reads the country that the words just before a place are of; null where there is none. */
    @Nullable
    Found read(Marks marks, int end) {
        Match<Organization> organization = marks.organizationBefore(end);
        if (organization != null && isPlain(marks.text().substring(organization.end(), end))) {
            String country = organization.value().country();
            return country == null ? null : new Found(organization.start(), country);
        }
        Match<Named> country = marks.countryBefore(end);
        if (country == null || !isPlain(marks.text().substring(country.end(), end))) {
            return null;
        }
        char next = marks.text().charAt(country.end());
        boolean ofItself =
                country.value().adjective() || country.in(marks.text()).length() <= 3;
        boolean direct = country.end() + 1 == end && next != '’' && next != '\'';
        return ofItself || !direct || !PLACE.contains(wordBefore(marks.text(), country.start()))
                ? new Found(country.start(), country.value().code())
                : null;
    }

    /** Whether words between a country and a title belong to both; behind an {@code and} somebody else is told of. */
    private boolean isPlain(String between) {
        String rest = POSSESSIVE.matcher(between).replaceFirst(" ");
        if (!rest.startsWith(" ") || ANOTHER.stream().anyMatch(rest::endsWith)) {
            return false;
        }
        for (String word : rest.strip().split(" ")) {
            if (!word.isEmpty() && !words.isPart(word) && !words.isFormal(word) && !ASIDE.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String wordBefore(String text, int start) {
        int end = Math.max(0, start - 1);
        String before = text.substring(Math.max(0, end - LONGEST_PLACE), end);
        return before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
