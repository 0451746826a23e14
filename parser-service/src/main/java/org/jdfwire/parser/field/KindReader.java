package org.jdfwire.parser.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.topic.Kind;

/** Tells what sort of event a topic is of, by the words of {@code kinds.tsv}: in its heading, else in its opening. */
public final class KindReader {
    private final Map<Kind, Pattern> words = new LinkedHashMap<>();

    /** Reads the table. */
    public KindReader() {
        for (String line : Tables.lines("kinds.tsv")) {
            String[] columns = line.split("\t");
            String alternatives = String.join("|", columns[1].split(";\\s*"));
            words.put(
                    Kind.of(columns[0]),
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE));
        }
    }

    /** Returns the kind; {@link Kind#OTHER} where no word tells. */
    public Kind read(String title, List<String> paragraphs) {
        for (Map.Entry<Kind, Pattern> entry : words.entrySet()) {
            if (entry.getValue().matcher(title).find()) {
                return entry.getKey();
            }
        }
        return paragraphs.isEmpty() ? Kind.OTHER : first(paragraphs.get(0));
    }

    private Kind first(String paragraph) {
        Kind kind = Kind.OTHER;
        int earliest = Integer.MAX_VALUE;
        for (Map.Entry<Kind, Pattern> entry : words.entrySet()) {
            Matcher matcher = entry.getValue().matcher(paragraph);
            if (matcher.find() && matcher.start() < earliest) {
                earliest = matcher.start();
                kind = entry.getKey();
            }
        }
        return kind;
    }
}
