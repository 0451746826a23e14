package org.jdfwire.parser.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.parser.field.OrganizationTable.Organization;
import org.jdfwire.parser.text.PhraseIndex.Match;

/** Tells which organizations a topic names. */
public final class OrganizationReader {
    private final OrganizationTable table;

    public OrganizationReader(OrganizationTable table) {
        this.table = table;
    }

    /**
     * Reads the organizations.
     *
     * @param title the heading, empty where other topics share it
     * @return the words that name each first, by its name, in the order of the text
     */
    public Map<String, String> read(String title, List<String> paragraphs) {
        Map<String, String> found = new LinkedHashMap<>();
        add(title, found);
        paragraphs.forEach(paragraph -> add(paragraph, found));
        return found;
    }

    private void add(String text, Map<String, String> found) {
        for (Match<Organization> match : table.in(text)) {
            found.putIfAbsent(match.value().name(), match.in(text));
        }
    }
}
