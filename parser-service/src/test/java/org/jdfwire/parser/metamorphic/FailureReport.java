package org.jdfwire.parser.metamorphic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts renderings and tells which failed, how to make them again, and which markup failed most often. */
final class FailureReport {
    private static final int MOST_SHOWN = 10;

    private final Set<Map<String, String>> combinations = new HashSet<>();
    private final Map<String, Integer> drawn = new TreeMap<>();
    private final Map<String, Integer> blamed = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int renderings;

    void add(Rendering rendering, List<String> seen) {
        renderings++;
        combinations.add(rendering.choices());
        count(rendering, drawn);
        if (!seen.equals(rendering.page().expected())) {
            count(rendering, blamed);
            failures.add(describe(rendering, seen));
        }
    }

    int failures() {
        return failures.size();
    }

    @Override
    public String toString() {
        StringBuilder report = new StringBuilder("renderings: " + renderings + ", combinations of markup: "
                + combinations.size() + ", failures: " + failures.size());
        failures.stream()
                .limit(MOST_SHOWN)
                .forEach(failure -> report.append('\n').append(failure));
        blamed.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -(double) entry.getValue() / drawn.get(entry.getKey())))
                .limit(MOST_SHOWN)
                .forEach(entry -> report.append(
                        "\n  " + entry.getKey() + ": " + entry.getValue() + " of " + drawn.get(entry.getKey())));
        return report.toString();
    }

    private static void count(Rendering rendering, Map<String, Integer> counts) {
        rendering.choices().forEach((name, option) -> counts.merge(name + "=" + option, 1, Integer::sum));
    }

    /** Describes the first topic that differs. */
    private static String describe(Rendering rendering, List<String> seen) {
        List<String> expected = rendering.page().expected();
        int at = 0;
        while (at < Math.min(expected.size(), seen.size()) && expected.get(at).equals(seen.get(at))) {
            at++;
        }
        return "-Djdfwire.rendering=" + rendering.number() + " " + rendering.choices() + "\n  topic " + (at + 1)
                + " of "
                + expected.size() + "\n  expected " + (at < expected.size() ? expected.get(at) : "nothing")
                + "\n  found    " + (at < seen.size() ? seen.get(at) : "nothing");
    }
}
