package org.jdfwire.parser.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Spellings;
import org.jdfwire.parser.text.Tables;
import org.jspecify.annotations.Nullable;

/** Tells what sort of event a topic is of, by the words of {@code kinds.tsv}: in its heading, else in its opening. */
public final class KindReader {
    private final PhraseIndex<Row> words;

    /** Reads the table. */
    public KindReader() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Tables.lines(KindReader.class, "kinds.tsv")) {
            String[] columns = line.split("\t");
            Row row = new Row(rows.size(), Kind.of(columns[0]));
            for (String phrase : columns[1].split(";\\s*")) {
                Spellings.of(phrase).forEach(spelling -> rows.putIfAbsent(spelling, row));
            }
        }
        this.words = new PhraseIndex<>(rows);
    }

    /** A line of the table; the smaller its rank, the more particular its kind. */
    private record Row(int rank, Kind kind) {}

    /**
     * A kind and what told it.
     *
     * @param kind {@link Kind#OTHER} where no word tells
     * @param words the words that told it, or null where none did
     */
    public record Told(Kind kind, @Nullable String words) {}

    /** Returns the kind of a topic. */
    public Told read(String title, List<String> paragraphs) {
        @Nullable Match<Row> told = null;
        for (Match<Row> match : words.all(title)) {
            told = told == null || match.value().rank() < told.value().rank() ? match : told;
        }
        if (told != null) {
            return new Told(told.value().kind(), told.in(title));
        }
        return paragraphs.isEmpty() ? new Told(Kind.OTHER, null) : first(paragraphs.get(0));
    }

    private Told first(String paragraph) {
        @Nullable Match<Row> told = null;
        for (Match<Row> match : words.all(paragraph)) {
            if (told != null && match.start() > told.start()) {
                break;
            }
            told = told == null || match.value().rank() < told.value().rank() ? match : told;
        }
        return told == null ? new Told(Kind.OTHER, null) : new Told(told.value().kind(), told.in(paragraph));
    }
}
