package org.jdfwire.parser.field;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** The names of countries, from {@code countries.tsv}, and what they are called in flags and headings. */
public final class CountryTable {
    private static final String NO_COUNTRY = "";

    private final Map<String, String> codeOfName = new HashMap<>();
    private final PhraseIndex<String> codeOfWords;

    private CountryTable() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String phrase : Tables.lines("not-countries.txt")) {
            words.put(phrase, NO_COUNTRY);
        }
        for (String line : Tables.lines("countries.tsv")) {
            String[] columns = line.split("\t");
            for (int i = 1; i < columns.length; i++) {
                for (String word : columns[i].split(";")) {
                    String name = word.strip();
                    words.putIfAbsent(name, columns[0]);
                    if (i == 1) {
                        codeOfName.putIfAbsent(Words.key(name), columns[0]);
                    }
                }
            }
        }
        codeOfWords = new PhraseIndex<>(words);
    }

    /** Reads the tables. */
    public static CountryTable load() {
        return new CountryTable();
    }

    /** Returns the ISO 3166-1 code of a name, null where it names no country; {@code lndia} is India. */
    public @Nullable String code(String name) {
        String key = Words.key(name);
        String code = codeOfName.get(key);
        // a small L stands for a capital I in some pages
        return code == null && key.startsWith("l") ? codeOfName.get("i" + key.substring(1)) : code;
    }

    /** Returns whether a text is a country's name and nothing else. */
    public boolean isCountry(String text) {
        return text.length() <= 60 && code(text) != null;
    }

    /** Returns the countries that a text names, in order, each once, with the words that name them. */
    Map<String, String> named(String text) {
        Map<String, String> named = new LinkedHashMap<>();
        for (PhraseIndex.Match<String> match : codeOfWords.longest(text)) {
            if (!match.value().equals(NO_COUNTRY)) {
                named.putIfAbsent(match.value(), match.in(text));
            }
        }
        return named;
    }
}
