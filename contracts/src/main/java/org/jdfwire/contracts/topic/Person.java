package org.jdfwire.contracts.topic;

import java.util.regex.Pattern;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A person whom a topic names with an office, a rank or a form of address.
 *
 * @param name family name in ordinary capitals, particles with it: {@code Kishi}, {@code von der Leyen}
 * @param givenName the other names, or null where the page gives none
 * @param role office or rank in the page's words, the fullest first: {@code Minister}, {@code Chief of Staff, JASDF}; or
 *     null where the page gives none
 * @param country ISO 3166-1 alpha-2 of the country the person acts for, or null where the page does not tell
 * @param id the same for all spellings of one person: country, family name, and {@code forces} for who bears a rank, such
 *     as {@code jp-izutsu-forces}; or null from parsers before 1.2.0
 * @param text the words it was read from, a part of the title or of one paragraph; or null from parsers before 1.2.0
 */
public record Person(
        String name,
        @Nullable String givenName,
        @Nullable String role,
        @Nullable String country,
        @Nullable String id,
        @Nullable String text) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public Person {
        Checks.text("person", name);
        if (country != null) {
            Checks.alpha2("person country", country);
        }
        if (id != null && !ID.matcher(id).matches()) {
            Checks.refuse("person id", id, "lower-case letters, digits and single hyphens");
        }
    }

    /** A person of whom only name and role are known. */
    public Person(String name, @Nullable String role) {
        this(name, null, role, null, null, null);
    }
}
