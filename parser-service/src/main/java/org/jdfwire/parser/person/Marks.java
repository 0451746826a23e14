package org.jdfwire.parser.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.field.OrganizationTable.Organization;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jspecify.annotations.Nullable;

/** A text with the titles, countries and organizations in it, by the place where each begins. */
final class Marks {
    private static final int FARTHEST = 40;

    private final String text;
    private final List<Match<Title>> titles;
    private final List<Match<Named>> countries;
    private final List<Match<Organization>> organizations;
    private final Map<Integer, Match<Title>> titleAt;
    private final Map<Integer, Match<Named>> countryAt;
    private final Map<Integer, Match<Organization>> organizationAt;

    Marks(
            String text,
            List<Match<Title>> titles,
            List<Match<Named>> countries,
            List<Match<Organization>> organizations) {
        this.text = text;
        this.titles = titles;
        this.countries = countries;
        this.organizations = organizations;
        this.titleAt = byStart(titles);
        this.countryAt = byStart(countries);
        this.organizationAt = byStart(organizations);
    }

    String text() {
        return text;
    }

    List<Match<Title>> titles() {
        return titles;
    }

    /** Returns the title that begins there, an article before it left out. */
    @Nullable
    Match<Title> title(int at) {
        Match<Title> title = titleAt.get(at);
        return title == null && text.startsWith("the ", at) ? titleAt.get(at + 4) : title;
    }

    @Nullable
    Match<Named> country(int at) {
        return countryAt.get(at);
    }

    @Nullable
    Match<Organization> organization(int at) {
        return organizationAt.get(at);
    }

    /** Returns the last country that ends before a place, at most 40 letters before it. */
    @Nullable
    Match<Named> countryBefore(int end) {
        return before(countries, end);
    }

    /** Returns the last organization that ends before a place, at most 40 letters before it. */
    @Nullable
    Match<Organization> organizationBefore(int end) {
        return before(organizations, end);
    }

    private static <V> @Nullable Match<V> before(List<Match<V>> matches, int end) {
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).end() <= end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 || matches.get(low - 1).end() + FARTHEST < end ? null : matches.get(low - 1);
    }

    private static <V> Map<Integer, Match<V>> byStart(List<Match<V>> matches) {
        Map<Integer, Match<V>> byStart = new HashMap<>();
        matches.forEach(match -> byStart.put(match.start(), match));
        return byStart;
    }
}
