package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.topic.Country;
import org.jdfwire.contracts.topic.Country.Evidence;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Vocabulary;

/**
 * Tells the countries of a topic: those of its flags in the page's order, then those its heading names, and where neither
 * gives another than Japan, those that its opening says take part.
 *
 * <p>Flags and headings are the page's own list of partners, so the text adds to none but what {@link SubHeadings} tell.
 * Japan is listed where the page lists
 * it; that a Japanese magazine tells of something is no reason.
 */
public final class CountryReader {
    private static final String JAPAN = "JP";

    /** What stands before Japan where it is but the place: {@code in Japan}, {@code Visits Japan}, {@code Ambassador to Japan}. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:\\b(?:in|over|across|throughout|around|near|off|surrounding|visit(?:s|ed|ing)?|visits? to|return(?:s|ed|ing)? to|back to)|\\bambassadors? to|\\battach[eé]s? to) (?:all )?$",
            Pattern.CASE_INSENSITIVE);

    /** What stands after Japan in the name of a fair or a book: {@code Air Show Japan 2018}. */
    private static final Pattern YEAR = Pattern.compile(" (?:19|20)\\d\\d\\b");

    /** What stands between Japan and a partner: {@code Japanese and Australian Ministers}. */
    private static final Pattern LINK = Pattern.compile("(?:-|–|/|,? and |, | & )");

    private static final Pattern LINKED = Pattern.compile("(?:-|–|/|and |, |& )$");

    private static final int LONGEST_WORDS = 30;

    private final CountryTable table;
    private final TextCountries texts;

    public CountryReader(CountryTable table, Vocabulary vocabulary) {
        this.table = table;
        this.texts = new TextCountries(table, vocabulary);
    }

    /**
     * Reads the countries.
     *
     * @param flags names of the flags in order
     * @param heading the heading, empty where other topics share it
     * @param paragraphs the text
     * @return each country once; a flag that names no known country gives none
     */
    public List<Country> read(List<String> flags, Passage heading, List<Passage> paragraphs) {
        Map<String, Country> countries = new LinkedHashMap<>();
        for (String flag : flags) {
            String code = table.code(flag);
            if (code != null) {
                countries.putIfAbsent(code, new Country(code, Evidence.FLAG, flag));
            }
        }
        String title = heading.text();
        for (Match<Named> named : table.in(heading)) {
            String code = named.value().code();
            if (code.equals(JAPAN) && isNoPartner(title, named)) {
                continue;
            }
            countries.putIfAbsent(code, new Country(code, Evidence.HEADING, named.in(title)));
        }
        if (flags.isEmpty() && !countries.containsKey(JAPAN)) {
            SubHeadings.partners(table, title, paragraphs)
                    .forEach((code, words) -> countries.putIfAbsent(code, new Country(code, Evidence.TEXT, words)));
        }
        // each country once, so no other than Japan where there is but Japan
        if (flags.isEmpty() && (countries.isEmpty() || (countries.size() == 1 && countries.containsKey(JAPAN)))) {
            texts.read(paragraphs)
                    .forEach((code, words) -> countries.putIfAbsent(code, new Country(code, Evidence.TEXT, words)));
        }
        return new ArrayList<>(countries.values());
    }

    private static boolean isNoPartner(String title, Match<Named> japan) {
        Matcher after = YEAR.matcher(title).region(japan.end(), title.length());
        // "Japanese Aircraft Shown in England" tells whose they are
        boolean owner = japan.value().adjective()
                && !LINK.matcher(title).region(japan.end(), title.length()).lookingAt()
                && !LINKED.matcher(title).region(0, japan.start()).find();
        return owner || isElsewhere(title, japan.start()) || after.lookingAt();
    }

    private static boolean isElsewhere(String title, int at) {
        return ELSEWHERE
                .matcher(title)
                .region(Math.max(0, at - LONGEST_WORDS), at)
                .find();
    }
}
