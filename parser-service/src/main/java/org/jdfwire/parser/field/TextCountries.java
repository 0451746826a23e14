package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdfwire.parser.field.CountryTable.Named;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Sentences;
import org.jdfwire.parser.text.Spellings;
import org.jdfwire.parser.text.Tables;

/**
 * Tells which of the countries that a text names take part in what it tells.
 *
 * <p>Only the opening is read, and a country counts only beside words of {@code taking-part.tsv}; what is talked about, or
 * only the place of something, does not. Japan counts where it stands in one list with another: {@code Japan, Australia
 * and India}.
 */
final class TextCountries {
    private static final String JAPAN = "JP";
    private static final int MOST_SENTENCES = 3;
    private static final int MOST_WORDS_BETWEEN = 6;
    private static final Set<String> LINKS =
            Set.of(",", "and", ", and", "&", "-", "–", "—", "/", "and the", ", the", ", and the", "as well as");

    private static final Set<String> OWN_GAPS = Set.of(" ", "’s ", "'s ");
    private static final Set<String> DOES_GAPS = Set.of(" ", " also ", " jointly ");
    private static final Set<String> OF_WORDS = Set.of("of", "from", "including", "as");
    /** Small words between going and a country. */
    private static final Set<String> WAY_WORDS = Set.of(
            "the", "of", "in", "port", "city", "capital", "and", "at", "to", "northern", "southern", "eastern", "western",
            "central", "off", "on");

    private final CountryTable table;
    private final PhraseIndex<Set<Sort>> words;

    TextCountries(CountryTable table) {
        this.table = table;
        Map<String, Set<Sort>> phrases = new LinkedHashMap<>();
        for (String line : Tables.lines(TextCountries.class, "taking-part.tsv")) {
            String[] columns = line.split("\t");
            Sort sort = Sort.valueOf(columns[0].toUpperCase(Locale.ROOT));
            for (String phrase : columns[1].split(";\\s*")) {
                for (String spelling : Spellings.of(phrase)) {
                    phrases.computeIfAbsent(spelling.strip(), unused -> EnumSet.noneOf(Sort.class))
                            .add(sort);
                }
            }
        }
        this.words = new PhraseIndex<>(phrases);
    }

    private enum Sort {
        WITH,
        GOING,
        OF,
        OWN,
        DOES,
        THING
    }

    /** Returns the countries that take part, in the text's order, with the words that name them. */
    Map<String, String> read(List<String> paragraphs) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < paragraphs.size() && i < 2 && found.isEmpty(); i++) {
            List<String> sentences = Sentences.of(paragraphs.get(i));
            for (String sentence : sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()))) {
                read(sentence, found);
            }
        }
        return found;
    }

    private void read(String sentence, Map<String, String> found) {
        List<Match<Named>> countries = table.in(sentence);
        if (countries.isEmpty()) {
            return;
        }
        List<Match<Set<Sort>>> cues = words.all(sentence);
        for (List<Match<Named>> list : lists(sentence, countries)) {
            boolean together = list.stream().map(match -> match.value().code()).distinct().count() > 1;
            boolean withJapan = together && list.stream().anyMatch(TextCountries::isJapan);
            if ((withJapan && !isThing(sentence, list, cues)) || takesPart(sentence, list, cues)) {
                for (Match<Named> country : list) {
                    if (withJapan || !isJapan(country)) {
                        found.putIfAbsent(country.value().code(), country.in(sentence));
                    }
                }
            }
        }
    }

    private static boolean isJapan(Match<Named> country) {
        return country.value().code().equals(JAPAN);
    }

    /** Divides countries into those that stand side by side. */
    private static List<List<Match<Named>>> lists(String sentence, List<Match<Named>> countries) {
        List<List<Match<Named>>> lists = new ArrayList<>();
        int end = -1;
        for (Match<Named> country : countries) {
            if (end < 0 || !LINKS.contains(sentence.substring(end, country.start()).strip())) {
                lists.add(new ArrayList<>());
            }
            lists.get(lists.size() - 1).add(country);
            end = country.end();
        }
        return lists;
    }

    /** Whether countries name a thing: {@code the Japan-U.S. Alliance}. */
    private static boolean isThing(String sentence, List<Match<Named>> list, List<Match<Set<Sort>>> cues) {
        int next = list.get(list.size() - 1).end() + 1;
        return cues.stream().anyMatch(cue -> cue.value().contains(Sort.THING) && cue.start() == next);
    }

    private static boolean takesPart(String sentence, List<Match<Named>> list, List<Match<Set<Sort>>> cues) {
        int start = list.get(0).start();
        int end = list.get(list.size() - 1).end();
        for (Match<Set<Sort>> cue : cues) {
            if (cue.end() <= start ? leadsTo(sentence, cue, start) : cue.start() >= end && follows(sentence, cue, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsTo(String sentence, Match<Set<Sort>> cue, int start) {
        String between = sentence.substring(cue.end(), start).strip();
        return (cue.value().contains(Sort.WITH) && (between.isEmpty() || between.equals("the")))
                || (cue.value().contains(Sort.GOING) && isWay(between))
                || (cue.value().contains(Sort.OF) && isOf(between));
    }

    private static boolean follows(String sentence, Match<Set<Sort>> cue, int end) {
        String between = sentence.substring(end, cue.start());
        return (cue.value().contains(Sort.OWN) && OWN_GAPS.contains(between))
                || (cue.value().contains(Sort.DOES) && DOES_GAPS.contains(between));
    }

    /** Whether only places stand between going and the country: {@code visited the port of Cam Ranh in Vietnam}. */
    private static boolean isWay(String between) {
        if (between.isEmpty()) {
            return true;
        }
        String[] words = between.split("[ ,]+");
        if (words.length > MOST_WORDS_BETWEEN) {
            return false;
        }
        for (String word : words) {
            boolean small = !word.isEmpty() && Character.isLowerCase(word.charAt(0));
            if (small && !WAY_WORDS.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words between are {@code of}, {@code from} or {@code from 18 countries including}. */
    private static boolean isOf(String between) {
        String[] words = between.split("[ ,]+");
        if (words.length == 0 || words.length > MOST_WORDS_BETWEEN + 2) {
            return false;
        }
        String last = words[words.length - 1];
        if (last.equals("the") && words.length > 1) {
            last = words[words.length - 2];
        }
        return OF_WORDS.contains(last) && !between.contains(".") && !between.contains(";");
    }
}
