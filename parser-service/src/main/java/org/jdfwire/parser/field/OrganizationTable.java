package org.jdfwire.parser.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Spellings;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The organizations of {@code organizations.tsv}, with their long and short names, and the forces of all countries. */
public final class OrganizationTable {
    private static final List<String> FORCES =
            List.of("Navy", "Army", "Air Force", "Coast Guard", "Marine Corps", "Armed Forces", "Defence Force");
    /** Countries whose forces are called otherwise than by an adjective. */
    private static final Set<String> NAMED_IN_TABLE = Set.of("JP", "US");

    private final PhraseIndex<Organization> index;

    private OrganizationTable(PhraseIndex<Organization> index) {
        this.index = index;
    }

    /**
     * An organization.
     *
     * @param names its one name in topics; of words that name several, theirs; of words that only look like one, none
     * @param country ISO 3166-1 alpha-2 of the country whose organ it is, or null
     * @param shared whether other countries have a body of that name too
     */
    public record Organization(List<String> names, @Nullable String country, boolean shared) {}

    /** Reads the table. */
    public static OrganizationTable load(Vocabulary vocabulary) {
        Map<String, Organization> phrases = new LinkedHashMap<>();
        for (String line : Tables.lines(OrganizationTable.class, "organizations.tsv")) {
            String[] columns = line.split("\t");
            Organization organization = new Organization(
                    columns[0].equals("-") ? List.of() : List.of(columns[0].split("\\+")),
                    columns[1].equals("-") ? null : columns[1].replace("*", ""),
                    columns[1].endsWith("*"));
            for (String phrase : columns[2].split(";\\s*")) {
                Spellings.of(phrase).forEach(spelling -> phrases.putIfAbsent(spelling, organization));
            }
        }
        addForces(phrases);
        return new OrganizationTable(new PhraseIndex<>(phrases, vocabulary));
    }

    /** Adds the forces of every country that has an adjective: {@code Philippine Air Force}. */
    private static void addForces(Map<String, Organization> phrases) {
        for (String line : Tables.lines(OrganizationTable.class, "countries.tsv")) {
            String[] columns = line.split("\t");
            if (columns.length > 2 && !NAMED_IN_TABLE.contains(columns[0])) {
                for (String adjective : columns[2].split(";\\s*")) {
                    for (String force : FORCES) {
                        String name = adjective + " " + force;
                        Organization organization = new Organization(List.of(name), columns[0], false);
                        phrases.putIfAbsent(name, organization);
                        phrases.putIfAbsent("Royal " + name, organization);
                    }
                }
            }
        }
    }

    /** Returns the organizations that a passage names, in its order; none in small letters. */
    public List<Match<Organization>> in(Passage passage) {
        List<Match<Organization>> found = index.longest(passage);
        String text = passage.text();
        found.removeIf(match -> Character.isLowerCase(text.charAt(match.start())));
        return found;
    }
}
