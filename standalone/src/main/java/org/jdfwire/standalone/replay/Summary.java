package org.jdfwire.standalone.replay;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdfwire.contracts.change.ChangeType;

/**
 * What a replay did, or would do.
 *
 * @param stored page versions there were to choose from
 * @param answered those of them that the present states rest on, but this parser had read or refused already
 * @param parsed pages read once more
 * @param refused pages that could not be read; what was known of them stays
 * @param changes how many changes of each type come of it, none of them left out
 * @param duration of the reading, without that of the states before it
 */
public record Summary(
        int stored, int answered, int parsed, int refused, Map<ChangeType, Integer> changes, Duration duration) {
    public Summary {
        changes = Map.copyOf(changes);
    }

    /** Returns it in three lines. */
    public String text() {
        double seconds = Math.max(0.001, duration.toMillis() / 1000.0);
        return "%d page versions are stored; the present rests on %d of them, %d were read by this parser already%n"
                        .formatted(stored, answered + parsed + refused, answered)
                + "%d read, %d refused, %.0f pages/s%n".formatted(parsed, refused, (parsed + refused) / seconds)
                + "changes: " + (changes.isEmpty() ? "none" : counts());
    }

    private String counts() {
        return changes.keySet().stream()
                .sorted()
                .map(type -> changes.get(type) + " " + type.text())
                .collect(Collectors.joining(", "));
    }
}
