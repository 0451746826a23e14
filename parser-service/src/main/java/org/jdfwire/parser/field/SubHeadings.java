package org.jdfwire.parser.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Words;

/**
 * Tells the partners that sub-headings of an article name with Japan: under {@code Meetings in Singapore} the parts {@code
 * Japan-Mongolia Defense Ministerial Meeting} and the like tell who met. Under a heading that speaks of no meeting they
 * may be another article's.
 */
final class SubHeadings {
    private static final String JAPAN = "Japan";
    private static final int LONGEST = 120;
    private static final Pattern MEETING = Pattern.compile(
            "\\b(?:Meetings?|Talks?|Tele-?conferences?|Conferences?|Dialogues?|Summits?|Consultations?)\\b");

    private static final String LINKS = "-–—/";

    private SubHeadings() {}

    /** Returns the countries by their codes, Japan with them, with the words that name them; none where no part tells any. */
    static Map<String, String> partners(CountryTable table, String title, List<Passage> paragraphs) {
        List<Passage> parts = paragraphs.stream()
                .filter(paragraph -> namesPair(paragraph.text()))
                .toList();
        Map<String, String> found = new LinkedHashMap<>();
        if (!parts.isEmpty() && MEETING.matcher(title).find()) {
            parts.forEach(part -> add(table.in(part), part.text(), found));
        }
        return found;
    }

    /** Whether a text is the title of a meeting of Japan and another. */
    private static boolean namesPair(String text) {
        return text.length() <= LONGEST
                && text.startsWith(JAPAN)
                && text.length() > JAPAN.length()
                && LINKS.indexOf(text.charAt(JAPAN.length())) >= 0
                && !Words.endsSentence(text)
                && MEETING.matcher(text).find();
    }

    private static void add(List<Match<Named>> countries, String text, Map<String, String> found) {
        int end = -1;
        for (Match<Named> country : countries) {
            boolean joined = end < 0 || (country.start() == end + 1 && LINKS.indexOf(text.charAt(end)) >= 0);
            if (!joined) {
                return;
            }
            // a pair has two
            if (end >= 0) {
                found.putIfAbsent("JP", JAPAN);
                found.putIfAbsent(country.value().code(), country.in(text));
            }
            end = country.end();
        }
    }
}
