package org.jdfwire.parser.gold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jdfwire.contracts.topic.Confidence;
import org.jdfwire.contracts.topic.PageParsed;
import org.jdfwire.parser.ParseResult;
import org.junit.jupiter.api.Test;

/**
 * Records what the gold pages of each layout and section had of what is counted for their confidence. Not run with the
 * other tests, only by name; raise the parser's version with it, for other pages may be refused then.
 */
class RecordExpectations {
    private static final Path TABLE = Path.of("src/main/resources/org/jdfwire/parser/confidence/expectations.tsv");
    private static final String HEAD = """
            # What the gold pages of a layout's section had of what is counted for their confidence.
            # Recorded by: mvn -pl parser-service -am test -Dtest=RecordExpectations -Dsurefire.failIfNoSpecifiedTests=false
            # layout\tsection\tmeasure\tfound\tof
            """;

    @Test
    void record() throws IOException {
        Map<String, int[]> seen = new TreeMap<>();
        for (GoldPage page : GoldPage.all()) {
            if (page.parsed() instanceof ParseResult.Parsed parsed) {
                Confidence confidence = parsed.manifest().confidence();
                if (confidence != null) {
                    count(parsed.manifest(), confidence, seen);
                }
            }
        }
        StringBuilder table = new StringBuilder(HEAD);
        seen.forEach((key, counts) -> table.append(key)
                .append('\t')
                .append(counts[0])
                .append('\t')
                .append(counts[1])
                .append('\n'));
        Files.writeString(TABLE, table);
        System.out.println("recorded " + seen.size() + " rows in " + TABLE);
    }

    private static void count(PageParsed manifest, Confidence confidence, Map<String, int[]> seen) {
        for (Confidence.Measure measure : confidence.measures()) {
            if (measure.name().equals("ending")) {
                // whether a page ends is no matter of habit
                continue;
            }
            String section = manifest.section() == null ? "" : manifest.section();
            String key = manifest.parser().layout() + "\t" + section + "\t" + measure.name();
            int[] counts = seen.computeIfAbsent(key, unseen -> new int[2]);
            counts[0] += measure.found();
            counts[1] += measure.of();
        }
    }
}
