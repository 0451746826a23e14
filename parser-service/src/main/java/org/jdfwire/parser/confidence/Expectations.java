package org.jdfwire.parser.confidence;

import java.util.HashMap;
import java.util.Map;
import org.jdfwire.parser.text.Tables;
import org.jspecify.annotations.Nullable;

/**
 * What pages of each layout had, as it was recorded with this version of the parser.
 *
 * <p>A recorded table and no running memory, so that the same bytes give the same result in every instance and in a
 * replay.
 */
final class Expectations {
    private static final String TABLE = "expectations.tsv";
    private static final String ANY = "*";
    /** Fewer than this are no history. */
    private static final int LEAST_SEEN = 10;
    /** A share below this is no rule that a page could break. */
    private static final double LEAST_EXPECTED = 0.7;
    /** No history is long enough to demand more. */
    private static final double MOST_EXPECTED = 0.95;

    private final Map<Rule, int[]> seen = new HashMap<>();

    private Expectations() {}

    /** Reads the table: layout, section, measure, found, of. */
    static Expectations load() {
        Expectations expectations = new Expectations();
        for (String line : Tables.lines(Expectations.class, TABLE)) {
            String[] columns = line.split("\t");
            int found = Integer.parseInt(columns[3]);
            int of = Integer.parseInt(columns[4]);
            expectations.add(columns[0], columns[1], columns[2], found, of);
            expectations.add(columns[0], ANY, columns[2], found, of);
            expectations.add(ANY, ANY, columns[2], found, of);
        }
        return expectations;
    }

    /**
     * Returns the share that is expected, or null where nothing is: that of the layout's section, of the layout or of
     * all, the first with enough pages seen. Flags are the habit of a section, so no other one speaks for it.
     */
    @Nullable
    Double of(String layout, @Nullable String section, Measure measure) {
        if (measure == Measure.ENDING) {
            return 1.0;
        }
        Double expected = share(layout, section == null ? "" : section, measure);
        if (expected == null && measure != Measure.FLAGGED) {
            expected = share(layout, ANY, measure);
            expected = expected == null ? share(ANY, ANY, measure) : expected;
        }
        return expected == null || expected < LEAST_EXPECTED ? null : expected;
    }

    private void add(String layout, String section, String measure, int found, int of) {
        seen.merge(new Rule(layout, section, measure), new int[] {found, of}, (a, b) ->
                new int[] {a[0] + b[0], a[1] + b[1]});
    }

    private @Nullable Double share(String layout, String section, Measure measure) {
        int[] counts = seen.get(new Rule(layout, section, measure.text()));
        return counts == null || counts[1] < LEAST_SEEN
                ? null
                : Double.valueOf(Math.min(MOST_EXPECTED, (double) counts[0] / counts[1]));
    }

    /** What something is expected of, as the table has it. */
    private record Rule(String layout, String section, String measure) {}
}
