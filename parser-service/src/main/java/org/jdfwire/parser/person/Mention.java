package org.jdfwire.parser.person;

import java.util.List;
import org.jdfwire.parser.person.Title.Seat;
import org.jspecify.annotations.Nullable;

/**
 * One place of a text that names a person.
 *
 * @param name the words of the name
 * @param role office or rank, or null for a form of address alone
 * @param office whether the role is an office
 * @param rank whether the words give a rank
 * @param seat what sort of office or rank
 * @param country ISO 3166-1 alpha-2 where the words tell it, else null
 * @param usual ISO 3166-1 alpha-2 of the country whose such titles are where no other is told, else null
 * @param text all the words
 * @param inHeading whether they stand in the heading
 */
record Mention(
        List<String> name,
        @Nullable String role,
        boolean office,
        boolean rank,
        Seat seat,
        @Nullable String country,
        @Nullable String usual,
        String text,
        boolean inHeading) {

    /** Returns the country, told or usual, or null. */
    @Nullable
    String code() {
        return country == null ? usual : country;
    }

    /** Returns the same, told in a heading. */
    Mention asHeading() {
        return new Mention(name, role, office, rank, seat, country, usual, text, true);
    }

    /** Returns the same, of a country that the words around it tell; what its own words tell stays. */
    Mention actingFor(String code) {
        return code() == null ? new Mention(name, role, office, rank, seat, country, code, text, inHeading) : this;
    }
}
