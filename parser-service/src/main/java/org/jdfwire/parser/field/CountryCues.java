package org.jdfwire.parser.field;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Spellings;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;

/** The words of {@code taking-part.tsv}: what stands beside a country that takes part, and beside one that does not. */
final class CountryCues {
    private static final int MOST_WORDS_BETWEEN = 6;
    private static final int MOST_WORDS_OF_TIME = 3;
    private static final Set<String> WHERE = Set.of("off", "in", "at", "near", "on", "around");
    private static final Set<String> OWN_GAPS = Set.of(" ", "’s ", "'s ");
    private static final Set<String> DOES_GAPS = Set.of(" ", " also ", " jointly ", " had ", " has ", " have ");
    private static final Pattern GAP = Pattern.compile("[ ,]+");
    private static final Set<String> OF_WORDS = Set.of("of", "from", "including", "as");

    private final PhraseIndex<Set<Sort>> index;
    private final Set<String> wayWords = Tables.words(CountryCues.class, "way-words.txt");

    CountryCues(Vocabulary vocabulary) {
        Map<String, Set<Sort>> phrases = new LinkedHashMap<>();
        for (String line : Tables.lines(CountryCues.class, "taking-part.tsv")) {
            String[] columns = line.split("\t");
            Sort sort = Sort.valueOf(columns[0].toUpperCase(Locale.ROOT));
            for (String phrase : columns[1].split(";\\s*")) {
                for (String spelling : Spellings.of(phrase)) {
                    phrases.computeIfAbsent(spelling.strip(), unused -> EnumSet.noneOf(Sort.class))
                            .add(sort);
                }
            }
        }
        this.index = new PhraseIndex<>(phrases, vocabulary);
    }

    /** How the words stand to the country; the table says it in full. */
    enum Sort {
        WITH,
        GOING,
        OF,
        OWN,
        DOES,
        THING,
        TOPIC,
        PLACE
    }

    List<Match<Set<Sort>>> in(Passage sentence) {
        return index.all(sentence);
    }

    /** Whether a cue says that the countries from start to end take part. */
    boolean tells(String sentence, Match<Set<Sort>> cue, int start, int end) {
        if (cue.end() <= start) {
            if (!is(cue, Sort.WITH) && !is(cue, Sort.GOING) && !is(cue, Sort.OF)) {
                return false;
            }
            String between = sentence.substring(cue.end(), start).strip();
            return (is(cue, Sort.WITH) && (between.isEmpty() || between.equals("the")))
                    || (is(cue, Sort.GOING) && isWay(between))
                    || (is(cue, Sort.OF) && isOf(between));
        }
        if (cue.start() < end || !(is(cue, Sort.OWN) || is(cue, Sort.DOES))) {
            return false;
        }
        String between = sentence.substring(end, cue.start());
        return (is(cue, Sort.OWN) && OWN_GAPS.contains(between)) || (is(cue, Sort.DOES) && DOES_GAPS.contains(between));
    }

    /** Whether countries name a thing that is there without their doing: {@code the Japan-U.S. Alliance}. */
    boolean isThing(Match<Set<Sort>> cue, int end) {
        return is(cue, Sort.THING) && cue.start() == end + 1;
    }

    /** Whether a cue says that a country is the place, {@code in Sri Lanka}; {@code the situation in Syria} does not. */
    boolean isPlace(String sentence, Match<Set<Sort>> cue, int start, List<Match<Set<Sort>>> all) {
        return is(cue, Sort.PLACE)
                && cue.end() <= start
                && isWay(sentence.substring(cue.end(), start).strip())
                && all.stream()
                        .noneMatch(topic -> is(topic, Sort.TOPIC) && isOfPlace(sentence, topic.end(), cue.start()));
    }

    /** Whether what is only spoken of is said to be there: {@code the attacks in}, {@code the storms of that year in}. */
    private static boolean isOfPlace(String sentence, int end, int place) {
        if (end >= place) {
            return false;
        }
        String between = sentence.substring(end, place).strip();
        return between.isEmpty()
                || (between.startsWith("of ")
                        && GAP.split(between).length <= MOST_WORDS_OF_TIME
                        && !between.contains(","));
    }

    private static boolean is(Match<Set<Sort>> cue, Sort sort) {
        return cue.value().contains(sort);
    }

    /** Whether only places stand between: {@code visited the port of Cam Ranh in Vietnam}. */
    private boolean isWay(String between) {
        if (between.isEmpty()) {
            return true;
        }
        String[] words = GAP.split(between);
        if (words.length > MOST_WORDS_BETWEEN) {
            return false;
        }
        for (String word : words) {
            boolean small = !word.isEmpty() && !Character.isUpperCase(word.charAt(0));
            if (small && !wayWords.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words between are {@code of}, {@code from} or {@code from 18 countries including}. */
    private static boolean isOf(String between) {
        if (between.indexOf('.') >= 0 || between.indexOf(';') >= 0) {
            return false;
        }
        String[] words = GAP.split(between);
        // of a comma alone nothing is left
        if (words.length == 0 || words.length > MOST_WORDS_BETWEEN + 2) {
            return false;
        }
        int last = words.length - 1;
        if (words[last].equals("of") && Arrays.stream(words).anyMatch(WHERE::contains)) {
            // "the crews off the coast of Somalia" are not Somalia's
            return false;
        }
        return OF_WORDS.contains(last > 0 && words[last].equals("the") ? words[last - 1] : words[last]);
    }
}
