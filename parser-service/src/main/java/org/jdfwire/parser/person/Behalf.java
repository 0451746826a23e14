package org.jdfwire.parser.person;

import java.util.List;
import java.util.Set;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Tells for whom those act of whom a sentence goes on to say so: {@code Mr. Fallon and Mr. Jensen spoke on behalf of
 * Canada}. Only those count who are named last before these words, joined by {@code and} or a comma.
 */
final class Behalf {
    private static final String WORDS = " on behalf of ";
    private static final List<String> ARTICLES = List.of("the Government of ", "the ", "");
    private static final Set<String> LINKS = Set.of(" and ", ", and ", ", ", " as well as ");
    private static final int FARTHEST = 200;
    private static final int MOST_JOINED = 10;

    private Behalf() {}

    /**
     * Tells the countries.
     *
     * @param mentions the mentions of the text in order, replaced where a country is told
     * @param ends where each ends, exclusive
     */
    static void tell(Marks marks, List<Mention> mentions, List<Integer> ends) {
        String text = marks.text();
        int last = -1;
        for (int at = text.indexOf(WORDS); at >= 0; at = text.indexOf(WORDS, at + 1)) {
            while (last + 1 < ends.size() && ends.get(last + 1) <= at) {
                last++;
            }
            Match<Named> country = country(marks, at + WORDS.length());
            if (last >= 0 && country != null && isOneSentence(text, ends.get(last), at)) {
                tell(text, mentions, ends, last, country.value().code());
            }
        }
    }

    private static void tell(String text, List<Mention> mentions, List<Integer> ends, int last, String code) {
        int first = last;
        while (first > 0 && last - first < MOST_JOINED && isJoined(text, mentions, ends, first)) {
            first--;
        }
        for (int i = first; i <= last; i++) {
            mentions.set(i, mentions.get(i).actingFor(code));
        }
    }

    private static boolean isJoined(String text, List<Mention> mentions, List<Integer> ends, int index) {
        int before = ends.get(index - 1);
        int start = ends.get(index) - mentions.get(index).text().length();
        return start <= before || LINKS.contains(text.substring(before, Math.min(start, before + FARTHEST)));
    }

    private static @Nullable Match<Named> country(Marks marks, int at) {
        for (String article : ARTICLES) {
            Match<Named> country = marks.text().startsWith(article, at) ? marks.country(at + article.length()) : null;
            if (country != null) {
                return country;
            }
        }
        return null;
    }

    private static boolean isOneSentence(String text, int from, int to) {
        return to - from <= FARTHEST && Sentences.of(text.substring(from, to)).size() <= 1;
    }
}
