package org.jdfwire.parser.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Sentences;
import org.jdfwire.parser.text.Spellings;
import org.jdfwire.parser.text.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Tells what sort of event a topic is of, by the words of {@code kinds.tsv}: those of its heading, else those of its opening.
 *
 * <p>Some words tell wherever they stand ({@code teleconference}). In a heading a verb tells next ({@code Minister Visits Training Ground}), then what stands before the first
 * preposition ({@code Seminar on Disaster Relief}), and of that the last ({@code Disaster Relief Exercise}). In a sentence
 * the first words tell.
 */
public final class KindReader {
    private static final Pattern PREPOSITION =
            Pattern.compile(" (?:on|for|in|at|of|with|to|from|by|about|against|during|after|under|between|toward|towards) ");
    private static final int MOST_SENTENCES = 4;

    private final PhraseIndex<Row> words;

    /** Reads the table. */
    public KindReader() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Tables.lines(KindReader.class, "kinds.tsv")) {
            String[] columns = line.split("\t");
            Kind kind = columns[0].equals("none") ? Kind.OTHER : Kind.of(columns[0]);
            Row row = new Row(kind, Sort.valueOf(columns[1].toUpperCase(Locale.ROOT)));
            for (String phrase : columns[2].split(";\\s*")) {
                Spellings.of(phrase).forEach(spelling -> rows.putIfAbsent(spelling, row));
            }
        }
        this.words = new PhraseIndex<>(rows);
    }

    private enum Sort {
        SURE,
        VERB,
        NOUN,
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

    /** Returns the kind of a topic. */
    public Told read(String title, List<String> paragraphs) {
        List<Match<Row>> inTitle = telling(title);
        Match<Row> told = inHeading(title, inTitle);
        if (told != null) {
            return new Told(told.value().kind(), told.in(title));
        }
        Told inText = inText(paragraphs);
        if (inText != null) {
            return inText;
        }
        return first(inTitle, Sort.WEAK)
                .map(weak -> new Told(weak.value().kind(), weak.in(title)))
                .orElse(new Told(Kind.OTHER, null));
    }

    private static @Nullable Match<Row> inHeading(String title, List<Match<Row>> matches) {
        Optional<Match<Row>> verb = first(matches, Sort.SURE).or(() -> first(matches, Sort.VERB));
        if (verb.isPresent()) {
            return verb.get();
        }
        List<Match<Row>> nouns = new ArrayList<>(matches);
        nouns.removeIf(match -> match.value().sort() != Sort.NOUN);
        if (nouns.isEmpty()) {
            return null;
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

    private @Nullable Told inText(List<String> paragraphs) {
        @Nullable Told weak = null;
        int sentences = 0;
        for (String paragraph : paragraphs) {
            for (String sentence : Sentences.of(paragraph)) {
                List<Match<Row>> matches = telling(sentence);
                Optional<Match<Row>> strong = first(matches, Sort.SURE)
                        .or(() -> matches.stream()
                                .filter(match -> match.value().sort() != Sort.WEAK)
                                .findFirst());
                if (strong.isPresent()) {
                    return new Told(strong.get().value().kind(), strong.get().in(sentence));
                }
                weak = weak != null
                        ? weak
                        : first(matches, Sort.WEAK)
                                .map(match -> new Told(match.value().kind(), match.in(sentence)))
                                .orElse(null);
                if (++sentences == MOST_SENTENCES) {
                    return weak;
                }
            }
        }
        return weak;
    }

    private List<Match<Row>> telling(String text) {
        List<Match<Row>> found = words.longest(text);
        found.removeIf(match -> match.value().sort() == Sort.NONE);
        return found;
    }

    private static Optional<Match<Row>> first(List<Match<Row>> matches, Sort sort) {
        return matches.stream().filter(match -> match.value().sort() == sort).findFirst();
    }
}
