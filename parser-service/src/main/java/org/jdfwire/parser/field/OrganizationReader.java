package org.jdfwire.parser.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.field.OrganizationTable.Organization;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Vocabulary;

/** Tells which organizations a topic names. */
public final class OrganizationReader {
    private static final int NEAR = 80;
    private static final Set<String> GAPS_BEFORE = Set.of(" ", "’s ", "'s ");
    /** What stands before the name of a state, as in {@code of the Federative Republic of Brazil}. */
    private static final Pattern OF_COUNTRY = Pattern.compile("(?:,| of)(?: (?:the|of|\\p{Lu}[\\p{L}’']+))* ");

    private final OrganizationTable table;
    private final CountryTable countries;
    private final Vocabulary vocabulary;

    public OrganizationReader(OrganizationTable table, CountryTable countries, Vocabulary vocabulary) {
        this.table = table;
        this.countries = countries;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads the organizations.
     *
     * @param title the heading, empty where other topics share it
     * @return the words that name each first, by its name, in the order of the text
     */
    public Map<String, String> read(Passage title, List<Passage> paragraphs) {
        Map<String, String> found = new LinkedHashMap<>();
        add(title, found);
        paragraphs.forEach(paragraph -> add(paragraph, found));
        return found;
    }

    private void add(Passage passage, Map<String, String> found) {
        String text = passage.text();
        for (Match<Organization> match : table.in(passage)) {
            if (!match.value().shared() || !isAnothers(text, match)) {
                match.value().names().forEach(name -> found.putIfAbsent(name, match.in(text)));
            }
        }
    }

    /** Whether a country beside the name is another's: {@code Ministry of Defense of Mongolia}. */
    private boolean isAnothers(String text, Match<Organization> match) {
        int from = Math.max(0, match.start() - NEAR);
        String near = text.substring(from, Math.min(text.length(), match.end() + NEAR));
        int start = match.start() - from;
        int end = match.end() - from;
        for (Match<Named> country : countries.in(Passage.of(near, vocabulary))) {
            boolean other = !country.value().code().equals(match.value().country());
            if (other && (isBefore(near, country, start) || isAfter(near, end, country.start()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBefore(String text, Match<Named> country, int start) {
        return country.end() < start && GAPS_BEFORE.contains(text.substring(country.end(), start));
    }

    private static boolean isAfter(String text, int end, int start) {
        return end < start && OF_COUNTRY.matcher(text.substring(end, start)).matches();
    }
}
