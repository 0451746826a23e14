package org.jdfwire.parser.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.topic.Kind;
import org.jdfwire.parser.text.PhraseIndex;
import org.jdfwire.parser.text.PhraseIndex.Match;
import org.jdfwire.parser.text.Spellings;

/** Tells what sort of event a topic is of, by the words of {@code kinds.tsv}: in its heading, else in its opening. */
public final class KindReader {
    private final PhraseIndex<Row> words;

    /** Reads the table. */
    public KindReader() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Tables.lines("kinds.tsv")) {
            String[] columns = line.split("\t");
            Row row = new Row(rows.size(), Kind.of(columns[0]));
            for (String phrase : columns[1].split(";\\s*")) {
                Spellings.of(phrase).forEach(spelling -> rows.putIfAbsent(spelling, row));
            }
        }
        this.words = new PhraseIndex<>(rows);
    }

    /** A line of the table; the smaller its rank, the more particular its kind. */
    private record Row(int rank, Kind kind) {
        static final Row NONE = new Row(Integer.MAX_VALUE, Kind.OTHER);
    }

    /** Returns the kind; {@link Kind#OTHER} where no word tells. */
    public Kind read(String title, List<String> paragraphs) {
        Row row = Row.NONE;
        for (Match<Row> match : words.all(title)) {
            row = match.value().rank() < row.rank() ? match.value() : row;
        }
        return row != Row.NONE || paragraphs.isEmpty() ? row.kind() : first(paragraphs.get(0));
    }

    private Kind first(String paragraph) {
        Row row = Row.NONE;
        int start = Integer.MAX_VALUE;
        for (Match<Row> match : words.all(paragraph)) {
            if (match.start() > start) {
                break;
            }
            start = match.start();
            row = match.value().rank() < row.rank() ? match.value() : row;
        }
        return row.kind();
    }
}
