package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jdfwire.parser.field.CountryCues.Sort;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Vocabulary;

/**
 * Tells which of the countries that a text names take part in what it tells.
 *
 * <p>Only the opening is read. A country counts where {@link CountryCues} say so; where none does, that in which it takes
 * place; what is only talked about never does. Japan counts where it stands in one list with another: {@code Japan,
 * Australia and India}.
 */
final class TextCountries {
    private static final String JAPAN = "JP";
    private static final int MOST_PARAGRAPHS = 2;
    private static final Set<String> LINKS =
            Set.of(",", "and", ", and", "&", "-", "–", "—", "/", "and the", ", the", ", and the", "as well as");

    private static final Set<String> LIST_WORDS = Set.of("and", "the", "in", "of", "off", "at");
    private static final int LONGEST_LIST = 100;
    private static final int MOST_PARAGRAPHS_OF_TALKS = 3;
    private static final Pattern TALKS = Pattern.compile(
            "\\b(?:meetings|talks|conferences|discussions) with (?:the |his |her )?(?:\\w+ ){0,2}(?:ministers|counterparts) (?:of|from) (?:the )?$");

    private final CountryTable table;
    private final CountryCues cues;

    TextCountries(CountryTable table, Vocabulary vocabulary) {
        this.table = table;
        this.cues = new CountryCues(vocabulary);
    }

    /** Returns the countries that take part, in the text's order, with the words that name them. */
    Map<String, String> read(List<Passage> paragraphs) {
        Map<String, String> found = new LinkedHashMap<>();
        List<Side> opening = paragraphs.isEmpty() ? List.of() : sides(paragraphs.get(0));
        add(opening, this::takesPart, found);
        for (int i = 1; i < paragraphs.size() && i < MOST_PARAGRAPHS && found.isEmpty(); i++) {
            add(sides(paragraphs.get(i)), this::takesPart, found);
        }
        addTalks(paragraphs, found);
        if (found.isEmpty()) {
            add(places(opening), side -> true, found);
        }
        return found;
    }

    /** Adds those whose ministers were talked with, listed together later on: {@code talks with the ministers of A, B and C}. */
    private void addTalks(List<Passage> paragraphs, Map<String, String> found) {
        for (int i = 1; i < paragraphs.size() && i < MOST_PARAGRAPHS_OF_TALKS && !found.isEmpty(); i++) {
            add(sides(paragraphs.get(i)), Side::isOfTalks, found);
        }
    }

    /** Returns the places of the first sentence that tells any; of one list either all countries count or none. */
    private List<Side> places(List<Side> opening) {
        List<Side> places = new ArrayList<>(opening);
        places.removeIf(side -> !isPlace(side));
        String first = places.isEmpty() ? "" : places.get(0).sentence();
        places.removeIf(side -> !side.sentence().equals(first));
        boolean partOfList = opening.stream()
                .anyMatch(
                        other -> !places.contains(other) && places.stream().anyMatch(place -> isListed(place, other)));
        return partOfList ? List.of() : places;
    }

    /** Whether only names stand between a place and another country: {@code in Aden, the Golan Heights, and Nepal}. */
    private static boolean isListed(Side place, Side other) {
        if (!place.sentence().equals(other.sentence())
                || other.start() < place.end()
                || other.start() - place.end() > LONGEST_LIST) {
            return false;
        }
        String between = place.sentence().substring(place.end(), other.start());
        for (String word : between.split("[ ,]+")) {
            if (!word.isEmpty() && !Character.isUpperCase(word.charAt(0)) && !LIST_WORDS.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Countries that stand side by side in a sentence.
     *
     * @param cues the words of the sentence that may tell what they do
     */
    private record Side(String sentence, List<Match<Named>> countries, List<Match<Set<Sort>>> cues) {
        int start() {
            return countries.get(0).start();
        }

        int end() {
            return countries.get(countries.size() - 1).end();
        }

        boolean isOfTalks() {
            String before = sentence.substring(Math.max(0, start() - LONGEST_LIST), start());
            return countries.size() > 1
                    && before.contains(" with ")
                    && TALKS.matcher(before).find();
        }

        boolean withJapan() {
            boolean japan = false;
            boolean another = false;
            for (Match<Named> country : countries) {
                japan |= isJapan(country);
                another |= !isJapan(country);
            }
            return japan && another;
        }
    }

    private List<Side> sides(Passage paragraph) {
        if (!table.mayBeIn(paragraph)) {
            return List.of();
        }
        List<Side> sides = new ArrayList<>();
        for (Passage said : paragraph.opening()) {
            String sentence = said.text();
            List<Match<Named>> countries = table.in(said);
            List<Match<Set<Sort>>> told = countries.isEmpty() ? List.of() : cues.in(said);
            int end = -1;
            for (Match<Named> country : countries) {
                if (end < 0
                        || !LINKS.contains(
                                sentence.substring(end, country.start()).strip())) {
                    sides.add(new Side(sentence, new ArrayList<>(), told));
                }
                sides.get(sides.size() - 1).countries().add(country);
                end = country.end();
            }
        }
        return sides;
    }

    private static void add(List<Side> sides, Predicate<Side> counts, Map<String, String> found) {
        for (Side side : sides) {
            if (counts.test(side)) {
                for (Match<Named> country : side.countries()) {
                    if (side.withJapan() || !isJapan(country)) {
                        found.putIfAbsent(country.value().code(), country.in(side.sentence()));
                    }
                }
            }
        }
    }

    private boolean takesPart(Side side) {
        if (side.withJapan() && side.cues().stream().noneMatch(cue -> cues.isThing(cue, side.end()))) {
            return true;
        }
        // "New Zealand: On September 10, …"
        return (side.start() == 0 && side.sentence().startsWith(":", side.end()))
                || side.cues().stream().anyMatch(cue -> cues.tells(side.sentence(), cue, side.start(), side.end()));
    }

    private boolean isPlace(Side side) {
        return !side.countries().stream().allMatch(TextCountries::isJapan)
                && side.cues().stream().anyMatch(cue -> cues.isPlace(side.sentence(), cue, side.start(), side.cues()));
    }

    private static boolean isJapan(Match<Named> country) {
        return country.value().code().equals(JAPAN);
    }
}
