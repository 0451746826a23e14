package org.jdfwire.contracts.topic;

import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * How sure the parser is that it read a page whole, and what that was counted from.
 *
 * @param score 0 to 1, three digits: that of the measure that is furthest from what is expected
 * @param measures what was counted; one that found nothing to count is left out
 */
public record Confidence(double score, List<Measure> measures) {
    public Confidence {
        share("score", score);
        measures = List.copyOf(measures);
    }

    /**
     * One thing that was counted.
     *
     * @param name what, such as {@code dates}
     * @param found of how many it was found
     * @param of how many there were, 1 and up
     * @param expected the share that pages of this layout had, 0 to 1, or null where too few were seen to expect any
     */
    public record Measure(
            String name, int found, int of, @Nullable Double expected) {
        public Measure {
            Checks.text("measure", name);
            Checks.atLeast(1, name, of);
            if (found < 0 || found > of) {
                Checks.refuse(name + " found", found, "0 to " + of);
            }
            if (expected != null) {
                share(name + " expected", expected);
            }
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            Checks.refuse(name, value, "0 to 1");
        }
    }
}
