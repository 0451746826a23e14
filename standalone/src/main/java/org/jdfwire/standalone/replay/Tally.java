package org.jdfwire.standalone.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdfwire.contracts.change.ChangeType;
import org.jdfwire.parser.ParseResult;

/** Counts what became of the pages that are read once more. */
final class Tally {
    private final Instant begun = Instant.now();
    private final int stored;
    private final int answered;
    private final Map<ChangeType, Integer> changes = new EnumMap<>(ChangeType.class);
    private int parsed;
    private int refused;

    Tally(int stored, int answered) {
        this.stored = stored;
        this.answered = answered;
    }

    void count(ParseResult result) {
        if (result instanceof ParseResult.Rejected) {
            refused++;
        } else {
            parsed++;
        }
    }

    void count(ExpectedChange expected) {
        changes.merge(expected.change().type(), 1, Integer::sum);
    }

    int pages() {
        return parsed + refused;
    }

    int refused() {
        return refused;
    }

    Summary summary() {
        return new Summary(stored, answered, parsed, refused, changes, Duration.between(begun, Instant.now()));
    }
}
