package org.jdfwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jspecify.annotations.Nullable;

/** Fetch records of this project's own writing. */
public final class Fetched {
    public static final String START = "https://www.mod.go.jp/en/jdf/";
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private Fetched() {}

    /** The start page of the source {@code jdf}, never published. */
    public static FetchRecord startPage(@Nullable Outcome outcome, Instant since, Instant at) {
        return page(START, 0, outcome, since, at, 0);
    }

    /** A page of the source {@code jdf}; where the outcome is a success, that was the last one. */
    public static FetchRecord page(
            String url, int depth, @Nullable Outcome outcome, Instant since, Instant at, int version) {
        boolean success = outcome != null && outcome.isSuccess();
        return new FetchRecord(
                url,
                "jdf",
                "site",
                url,
                depth,
                outcome,
                success || outcome == null ? null : outcome + " at " + url,
                at,
                since,
                success ? at : null,
                at.plus(INTERVAL),
                version,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** A page that came as a file. */
    public static FetchRecord file(String url, Outcome outcome, Instant at) {
        return new FetchRecord(
                url,
                "inbox",
                "inbox",
                url,
                0,
                outcome,
                null,
                at,
                at,
                at,
                null,
                1,
                "ab".repeat(32),
                null,
                null,
                null,
                List.of());
    }
}
