package org.jdfwire.parser.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdfwire.parser.person.Title.Seat;
import org.jdfwire.parser.person.Title.Sort;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Spellings;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;

/** The titles of {@code titles.tsv}. */
final class Titles {
    private static final String MINISTER = "Minister";
    /** A misprint that pages have; alone it is a church, so only longer titles are looked for with it. */
    private static final String MISPRINTED = "Minster";

    private final PhraseIndex<Title> index;

    private Titles(PhraseIndex<Title> index) {
        this.index = index;
    }

    /** Reads the table. */
    static Titles load(Vocabulary vocabulary) {
        Map<String, Title> titles = new LinkedHashMap<>();
        for (String line : Tables.lines(Titles.class, "titles.tsv")) {
            String[] columns = line.split("\t");
            boolean joined = columns[0].endsWith("&");
            boolean many = columns[0].endsWith("s") && !columns[0].equals("address");
            String sort = joined || many ? columns[0].substring(0, columns[0].length() - 1) : columns[0];
            String[] phrases = columns[3].split(";\\s*");
            Title title = new Title(
                    Sort.valueOf(sort.toUpperCase(Locale.ROOT)),
                    Seat.valueOf(columns[1].toUpperCase(Locale.ROOT)),
                    columns[2].equals("-") ? null : columns[2],
                    joined,
                    many,
                    Spellings.of(phrases[0]).get(0));
            for (String phrase : phrases) {
                for (String spelling : Spellings.of(phrase)) {
                    titles.putIfAbsent(spelling, title);
                    if (spelling.contains(" ") && spelling.contains(MINISTER)) {
                        titles.putIfAbsent(spelling.replace(MINISTER, MISPRINTED), title);
                    }
                }
            }
        }
        return new Titles(new PhraseIndex<>(titles, vocabulary));
    }

    /** Returns the titles in a passage, in order; none in small letters, for those are spoken of, not borne. */
    List<Match<Title>> in(Passage passage) {
        List<Match<Title>> found = index.longest(passage);
        String text = passage.text();
        found.removeIf(match -> !isCapital(text, match));
        return found;
    }

    /** Returns the words of a title without the misprint. */
    static String corrected(String title) {
        return title.replace(MISPRINTED, MINISTER);
    }

    /** Whether a passage may have any title. */
    boolean mayBeIn(Passage passage) {
        return index.mayBeIn(passage);
    }

    private static boolean isCapital(String text, Match<Title> match) {
        int at = text.startsWith("the ", match.start()) ? match.start() + 4 : match.start();
        char first = text.charAt(at);
        return Character.isUpperCase(first) || first == '(';
    }
}
