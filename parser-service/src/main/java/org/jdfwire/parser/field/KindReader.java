package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.parser.text.Passage;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Spellings;
import org.jdfwire.parser.text.Tables;
import org.jdfwire.parser.text.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Tells what sort of event a topic is of, by the words of {@code kinds.tsv}: those of its heading, else those of its opening.
 *
 * <p>Some words tell wherever they stand ({@code teleconference}). In a heading a verb tells next ({@code Minister Visits Training Ground}), then what stands before the first
 * preposition ({@code Seminar on Disaster Relief}), and of that the last ({@code Disaster Relief Exercise}). In a sentence
 * the first words tell.
 */
public final class KindReader {
    private static final Pattern PREPOSITION = Pattern.compile(
            " (?:on|for|in|at|of|with|to|from|by|about|against|during|after|under|between|toward|towards) ");
    /** {@code Chief of Staff, JMSDF, in Australia}: with nothing else told, he is there on a visit. */
    private static final Pattern OFFICER_AWAY = Pattern.compile(
            "\\b(?:Minister|Secretary|Chief of Staff|General|Admiral|Commander|(?:Officers|Cadets|Guests) (?:of|from))(?:,? [\\p{L}’'-]+,?)? in (?:the )?\\p{Lu}[\\p{L}-]+");

    private static final int MOST_PARAGRAPHS = 2;
    private static final Set<Kind> TALKS = EnumSet.of(Kind.MEETING, Kind.DIALOGUE);
    private static final String EQUIPMENT = "equipment";

    private final PhraseIndex<Row> words;

    /** Reads the table. */
    public KindReader(Vocabulary vocabulary) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Tables.lines(KindReader.class, "kinds.tsv")) {
            String[] columns = line.split("\t");
            Kind kind = columns[0].equals("none") ? Kind.OTHER : Kind.of(columns[0]);
            Row row = new Row(
                    kind, Sort.valueOf(columns[1].toUpperCase(Locale.ROOT).replace('-', '_')));
            for (String phrase : columns[2].split(";\\s*")) {
                Spellings.of(phrase).forEach(spelling -> rows.putIfAbsent(spelling, row));
            }
        }
        this.words = new PhraseIndex<>(rows, vocabulary);
    }

    private enum Sort {
        SURE,
        VERB,
        NOUN,
        HEADING,
        WEAK_TEXT,
        WEAK,
        NONE
    }

    private record Row(Kind kind, Sort sort) {}

    /**
     * A kind and what told it.
     *
     * @param kind {@link Kind#OTHER} where no word tells
     * @param words the words that told it, or null where none did
     */
    public record Told(Kind kind, @Nullable String words) {}

    /**
     * Returns the kind of a topic.
     *
     * @param headline its heading, also where other topics share it
     * @param section section of the issue, or null; what stands among equipment is equipment where nothing else tells
     */
    public Told read(Passage headline, List<Passage> paragraphs, @Nullable String section) {
        String title = headline.text();
        List<Match<Row>> inTitle = telling(headline);
        Match<Row> heading = inHeading(title, inTitle);
        if (heading != null) {
            Told told = forADisaster(new Told(heading.value().kind(), heading.in(title)), headline, inTitle);
            return TALKS.contains(told.kind()) ? howTheyTalked(paragraphs, told) : told;
        }
        String away = officerAway(title);
        if (away != null) {
            return new Told(Kind.VISIT, away);
        }
        Told inText = EQUIPMENT.equals(section) ? null : inText(paragraphs);
        if (inText != null) {
            return forADisaster(inText, headline, inTitle);
        }
        Match<Row> weak = first(inTitle, Sort.WEAK_TEXT, Sort.WEAK);
        return weak != null
                ? new Told(weak.value().kind(), weak.in(title))
                : new Told(EQUIPMENT.equals(section) ? Kind.EQUIPMENT : Kind.OTHER, null);
    }

    /** Who is sent out under a heading that names a disaster gives relief. */
    private static Told forADisaster(Told told, Passage headline, List<Match<Row>> inTitle) {
        Match<Row> disaster = told.kind() == Kind.DEPLOYMENT
                ? first(inTitle, match -> match.value().kind() == Kind.RELIEF)
                : null;
        return disaster == null ? told : new Told(Kind.RELIEF, disaster.in(headline.text()));
    }

    /** Talks that the text says were held at a distance are teleconferences, whatever the heading calls them. */
    private Told howTheyTalked(List<Passage> paragraphs, Told heading) {
        List<Passage> opening =
                paragraphs.isEmpty() ? List.of() : paragraphs.get(0).opening();
        if (opening.isEmpty()) {
            return heading;
        }
        Passage first = opening.get(0);
        Match<Row> sure = first(telling(first), Sort.SURE);
        return sure == null ? heading : new Told(sure.value().kind(), sure.in(first.text()));
    }

    private static @Nullable String officerAway(String title) {
        // a word that few headings have is found sooner than the pattern is tried at each of theirs
        if (!title.contains(" in ")) {
            return null;
        }
        Matcher away = OFFICER_AWAY.matcher(title);
        return away.find() ? away.group() : null;
    }

    private static @Nullable Match<Row> inHeading(String title, List<Match<Row>> matches) {
        Match<Row> verb = first(matches, Sort.SURE, Sort.VERB);
        if (verb != null) {
            return purpose(verb, matches);
        }
        List<Match<Row>> nouns = new ArrayList<>(matches);
        nouns.removeIf(
                match -> (match.value().sort() != Sort.NOUN && match.value().sort() != Sort.HEADING)
                        || namesAThing(match, matches));
        if (nouns.size() <= 1) {
            return nouns.isEmpty() ? null : nouns.get(0);
        }
        Matcher preposition = PREPOSITION.matcher(title);
        int end = title.length();
        while (preposition.find()) {
            if (preposition.start() >= nouns.get(0).end()) {
                end = preposition.start();
                break;
            }
        }
        @Nullable Match<Row> last = null;
        for (Match<Row> noun : nouns) {
            last = last == null || noun.start() < end ? noun : last;
        }
        return last;
    }

    /** Whether a thing for the purpose follows: a rescue helicopter rescues nobody by being told of. */
    private static boolean namesAThing(Match<Row> noun, List<Match<Row>> matches) {
        Match<Row> thing = first(
                matches,
                match -> match.start() == noun.end() + 1
                        && match.value().sort() == Sort.WEAK
                        && match.value().kind() == Kind.EQUIPMENT);
        return thing != null;
    }

    private @Nullable Told inText(List<Passage> paragraphs) {
        @Nullable Told hint = null;
        for (int i = 0; i < paragraphs.size() && i < MOST_PARAGRAPHS; i++) {
            if (!words.mayBeIn(paragraphs.get(i))) {
                continue;
            }
            for (Passage sentence : paragraphs.get(i).opening()) {
                List<Match<Row>> matches = telling(sentence);
                String said = sentence.text();
                matches.removeIf(match -> NamedThemes.isInside(said, match.start()));
                Match<Row> sure = first(matches, Sort.SURE);
                Match<Row> strong = sure != null ? sure : first(matches, KindReader::isStrong);
                if (strong != null) {
                    Match<Row> told = purpose(strong, matches);
                    return new Told(told.value().kind(), told.in(sentence.text()));
                }
                Match<Row> weak = i == 0 && hint == null ? first(matches, Sort.WEAK_TEXT) : null;
                hint = weak == null ? hint : new Told(weak.value().kind(), weak.in(sentence.text()));
            }
        }
        return hint;
    }

    /** Who is deployed for relief gives relief. */
    private static Match<Row> purpose(Match<Row> told, List<Match<Row>> matches) {
        if (told.value().kind() != Kind.DEPLOYMENT) {
            return told;
        }
        Match<Row> relief = first(matches, match -> match.value().kind() == Kind.RELIEF && isStrong(match));
        return relief == null ? told : relief;
    }

    private static boolean isStrong(Match<Row> match) {
        return match.value().sort() == Sort.VERB || match.value().sort() == Sort.NOUN;
    }

    private List<Match<Row>> telling(Passage text) {
        List<Match<Row>> found = words.longest(text);
        found.removeIf(match -> match.value().sort() == Sort.NONE);
        return found;
    }

    /** Returns the first of the first sort that there is any of, or null. */
    private static @Nullable Match<Row> first(List<Match<Row>> matches, Sort... sorts) {
        for (Sort sort : sorts) {
            Match<Row> found = first(matches, match -> match.value().sort() == sort);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Match<Row> first(List<Match<Row>> matches, Predicate<Match<Row>> wanted) {
        for (Match<Row> match : matches) {
            if (wanted.test(match)) {
                return match;
            }
        }
        return null;
    }
}
