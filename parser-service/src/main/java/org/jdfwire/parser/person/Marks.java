package org.jdfwire.parser.person;

import java.util.List;
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

    Marks(
            String text,
            List<Match<Title>> titles,
            List<Match<Named>> countries,
            List<Match<Organization>> organizations) {
        this.text = text;
        this.titles = titles;
        this.countries = countries;
        this.organizations = organizations;
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
        Match<Title> title = at(titles, at);
        return title == null && text.startsWith("the ", at) ? at(titles, at + 4) : title;
    }

    @Nullable
    Match<Named> country(int at) {
        return at(countries, at);
    }

    @Nullable
    Match<Organization> organization(int at) {
        return at(organizations, at);
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

    private static <V> @Nullable Match<V> at(List<Match<V>> matches, int start) {
        int place = firstEndingAfter(matches, start);
        return place < matches.size() && matches.get(place).start() == start ? matches.get(place) : null;
    }

    private static <V> @Nullable Match<V> before(List<Match<V>> matches, int end) {
        int place = firstEndingAfter(matches, end) - 1;
        return place < 0 || matches.get(place).end() + FARTHEST < end ? null : matches.get(place);
    }

    /** Returns the index of the first match that ends after a place: they stand in order, none reaching into another. */
    private static <V> int firstEndingAfter(List<Match<V>> matches, int at) {
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
