package org.jdfwire.parser.field;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** The names of countries, from {@code countries.tsv}, and what they are called in flags, headings and texts. */
public final class CountryTable {
    private static final Named NOT_A_COUNTRY = new Named("", false);

    private static final String ARTICLE = "the";

    private final Map<String, String> codeOfName = new HashMap<>();
    private final PhraseIndex<Named> words;

    private CountryTable(Vocabulary vocabulary) {
        Map<String, Named> all = new LinkedHashMap<>();
        for (String phrase : Tables.lines(CountryTable.class, "not-countries.txt")) {
            all.put(phrase, NOT_A_COUNTRY);
        }
        for (String line : Tables.lines(CountryTable.class, "countries.tsv")) {
            String[] columns = line.split("\t");
            for (int i = 1; i < columns.length; i++) {
                for (String word : columns[i].split(";")) {
                    String name = word.strip();
                    all.putIfAbsent(name, new Named(columns[0], i > 1 || name.indexOf('.') > 0));
                    if (i == 1) {
                        codeOfName.putIfAbsent(Words.key(name), columns[0]);
                    }
                }
            }
        }
        words = new PhraseIndex<>(all, vocabulary);
    }

    /**
     * A country that words name.
     *
     * @param code ISO 3166-1 alpha-2
     * @param adjective whether they may stand before a noun, as {@code Australian} and {@code U.S.} do
     */
    public record Named(String code, boolean adjective) {}

    /** Reads the tables. */
    public static CountryTable load(Vocabulary vocabulary) {
        return new CountryTable(vocabulary);
    }

    /** Returns the ISO 3166-1 code of a name, null where it names no country; {@code lndia} is India. */
    public @Nullable String code(String name) {
        String key = Words.key(name);
        String code = codeOfName.get(key);
        if (code == null && key.startsWith(ARTICLE)) {
            return codeOfName.get(key.substring(ARTICLE.length()));
        }
        // a small L stands for a capital I in some pages
        return code == null && key.startsWith("l") ? codeOfName.get("i" + key.substring(1)) : code;
    }

    /** Returns whether a text is a country's name and nothing else. */
    public boolean isCountry(String text) {
        return text.length() <= 60 && code(text) != null;
    }

    /** Returns the countries that a passage names, in its order; none in small letters, for {@code turkey} is a bird. */
    public List<Match<Named>> in(Passage passage) {
        List<Match<Named>> found = words.longest(passage);
        String text = passage.text();
        found.removeIf(match -> match.value() == NOT_A_COUNTRY || isSmall(text, match) || isModel(text, match));
        return found;
    }

    /** Whether a passage may name any country. */
    boolean mayBeIn(Passage passage) {
        return words.mayBeIn(passage);
    }

    /** Whether it is the beginning of a model's name: {@code US-2} is a flying boat. */
    private static boolean isModel(String text, Match<Named> match) {
        int hyphen = match.end();
        return hyphen + 1 < text.length()
                && text.charAt(hyphen) == '-'
                && Character.isDigit(text.charAt(hyphen + 1))
                && Character.isUpperCase(text.charAt(hyphen - 1));
    }

    private static boolean isSmall(String text, Match<Named> match) {
        int at = text.startsWith("the ", match.start()) ? match.start() + 4 : match.start();
        // a small L stands for a capital I in some pages
        return !Character.isUpperCase(text.charAt(at)) && !text.startsWith("lndia", at);
    }
}
