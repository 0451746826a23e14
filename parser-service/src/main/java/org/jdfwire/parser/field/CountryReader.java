package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Country.Evidence;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.text.PhraseIndex.Match;

/** Tells the countries of a topic: those of its flags in the page's order, then those its heading names. */
public final class CountryReader {
    private final CountryTable table;

    public CountryReader(CountryTable table) {
        this.table = table;
    }

    /**
     * Reads the countries.
     *
     * @param flags names of the flags in order
     * @param title the heading
     * @param alone whether no other topic shares the heading; only then does it speak of this topic
     * @return each country once; a flag that names no known country gives none
     */
    public List<Country> read(List<String> flags, String title, boolean alone) {
        Map<String, Country> countries = new LinkedHashMap<>();
        for (String flag : flags) {
            String code = table.code(flag);
            if (code != null) {
                countries.putIfAbsent(code, new Country(code, Evidence.FLAG, flag));
            }
        }
        if (alone) {
            for (Match<Named> named : table.in(title)) {
                String code = named.value().code();
                countries.putIfAbsent(code, new Country(code, Evidence.HEADING, named.in(title)));
            }
        }
        return new ArrayList<>(countries.values());
    }
}
