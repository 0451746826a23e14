package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** The names of countries, from {@code countries.tsv}, and what they are called in flags and headings. */
public final class CountryTable {
    private static final String NO_COUNTRY = "";
    private static final Pattern ABBREVIATION = Pattern.compile("(?:\\p{Lu}\\.?){2,4}");

    private final Map<String, String> codeOfName = new HashMap<>();
    private final Map<String, String> codeOfWord = new LinkedHashMap<>();
    private final Pattern words;

    private CountryTable() {
        for (String phrase : Tables.lines("not-countries.txt")) {
            codeOfWord.put(Words.key(phrase), NO_COUNTRY);
        }
        List<String> all = new ArrayList<>(Tables.lines("not-countries.txt"));
        for (String line : Tables.lines("countries.tsv")) {
            String[] columns = line.split("\t");
            for (int i = 1; i < columns.length; i++) {
                for (String word : columns[i].split(";")) {
                    String name = word.strip();
                    all.add(name);
                    codeOfWord.putIfAbsent(Words.key(name), columns[0]);
                    if (i == 1) {
                        codeOfName.putIfAbsent(Words.key(name), columns[0]);
                    }
                }
            }
        }
        words = Pattern.compile(all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(CountryTable::pattern)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
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
        Matcher matcher = words.matcher(text);
        while (matcher.find()) {
            String code = codeOfWord.getOrDefault(Words.key(matcher.group()), NO_COUNTRY);
            if (!code.equals(NO_COUNTRY)) {
                named.putIfAbsent(code, matcher.group());
            }
        }
        return named;
    }

    private static String pattern(String word) {
        String quoted = Pattern.quote(word);
        return ABBREVIATION.matcher(word).matches() ? quoted : "(?iu:" + quoted + ")";
    }
}
