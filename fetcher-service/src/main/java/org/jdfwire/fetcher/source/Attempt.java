package org.jdfwire.fetcher.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.page.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a source to get one page, as it ended.
 *
 * @param target what was tried
 * @param source name of the source
 * @param kind of the source, as configured
 * @param outcome how it ended; {@link Outcome#FETCHED} also for bytes that will turn out to be unchanged
 * @param detail why, in a sentence, where the outcome alone does not say it
 * @param begunAt when it began, waiting for the host's turn included
 * @param at when it ended
 * @param nextAt when the source will try again, or null where it will not
 * @param capture the bytes, exactly where the outcome is FETCHED
 * @param links where the page leads on to
 * @param interval time between two attempts as it has adapted, or null where it does not adapt
 */
public record Attempt(
        Target target,
        String source,
        String kind,
        Outcome outcome,
        @Nullable String detail,
        Instant begunAt,
        Instant at,
        @Nullable Instant nextAt,
        @Nullable Capture capture,
        List<Target> links,
        @Nullable Duration interval) {
    public Attempt {
        if ((capture == null) == (outcome == Outcome.FETCHED)) {
            Checks.refuse("outcome", outcome, "FETCHED with bytes, or another without");
        }
        links = List.copyOf(links);
    }

    /** An attempt of a source whose interval does not adapt, and which takes what lies there already. */
    public Attempt(
            Target target,
            String source,
            String kind,
            Outcome outcome,
            @Nullable String detail,
            Instant at,
            @Nullable Instant nextAt,
            @Nullable Capture capture,
            List<Target> links) {
        this(target, source, kind, outcome, detail, at, at, nextAt, capture, links, null);
    }
}
