package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.fetcher.source.Attempt;
import org.jdfwire.fetcher.source.Capture;
import org.jdfwire.fetcher.source.Target;
import org.jspecify.annotations.Nullable;

/** How what is known of a URL changes by one more attempt; pure functions. */
final class Bookkeeping {
    private Bookkeeping() {}

    /**
     * Returns what an attempt writes. Its outcome becomes {@link Outcome#UNCHANGED} where the bytes are the known ones;
     * there is a page exactly where it stays {@link Outcome#FETCHED}.
     */
    static Entry enter(@Nullable FetchRecord before, Attempt attempt) {
        int knownVersion = before == null ? 0 : before.version();
        Capture capture = attempt.capture();
        if (capture == null) {
            String knownHash = before == null ? null : before.sha256();
            return Entry.withoutPage(
                    record(before, attempt, attempt.outcome(), knownVersion, knownHash), attempt.outcome());
        }
        String hash = capture.sha256();
        if (before != null && hash.equals(before.sha256())) {
            return Entry.withoutPage(record(before, attempt, Outcome.UNCHANGED, knownVersion, hash), Outcome.UNCHANGED);
        }
        FetchRecord record = record(before, attempt, Outcome.FETCHED, knownVersion + 1, hash);
        PageFetched page = new PageFetched(
                new PageRef(record.url(), record.version(), hash, attempt.at()),
                capture.via(),
                capture.finalUrl(),
                capture.httpStatus(),
                capture.etag(),
                capture.lastModified(),
                capture.contentType());
        return new Entry(record, Outcome.FETCHED, page, capture.body());
    }

    /**
     * Returns the record of a page that a link leads to and nobody asked for yet; null where it is known already. A
     * page that only ever came as a file is new to a source that polls.
     */
    static @Nullable FetchRecord discover(@Nullable FetchRecord before, Attempt attempt, Target link) {
        if (before != null && before.nextAt() != null) {
            return null;
        }
        return found(before, attempt.source(), link, attempt.at());
    }

    /** Returns the record of a page that a source is to ask for as soon as it can. */
    static FetchRecord found(@Nullable FetchRecord before, String source, Target page, Instant at) {
        return new FetchRecord(
                page.url(),
                source,
                page.fetchUrl(),
                page.depth(),
                null,
                null,
                at,
                at,
                null,
                at,
                before == null ? 0 : before.version(),
                before == null ? null : before.sha256(),
                null,
                null,
                null);
    }

    private static FetchRecord record(
            @Nullable FetchRecord before, Attempt attempt, Outcome outcome, int version, @Nullable String hash) {
        if (before != null && before.nextAt() != null && attempt.nextAt() == null) {
            return fileOfPolledPage(before, attempt.at(), outcome, version, hash);
        }
        Capture capture = attempt.capture();
        return new FetchRecord(
                attempt.target().url(),
                attempt.source(),
                attempt.target().fetchUrl(),
                attempt.target().depth(),
                outcome,
                attempt.detail(),
                attempt.at(),
                since(before, outcome, attempt.at()),
                outcome.isSuccess() ? attempt.at() : before == null ? null : before.lastSuccessAt(),
                attempt.nextAt(),
                version,
                hash,
                capture != null ? capture.etag() : before == null ? null : before.etag(),
                capture != null ? capture.lastModified() : before == null ? null : before.lastModified(),
                attempt.interval());
    }

    /**
     * A file came for a page that a source polls: the bytes are taken, but how the polling goes ("challenged since …")
     * must stay visible. The validators go with the bytes they belong to.
     */
    private static FetchRecord fileOfPolledPage(
            FetchRecord polled, Instant takenAt, Outcome outcome, int version, @Nullable String hash) {
        boolean newBytes = outcome == Outcome.FETCHED;
        return new FetchRecord(
                polled.url(),
                polled.source(),
                polled.fetchUrl(),
                polled.depth(),
                polled.outcome(),
                polled.detail(),
                takenAt,
                earlier(polled.since(), takenAt),
                polled.lastSuccessAt(),
                polled.nextAt(),
                version,
                hash,
                newBytes ? null : polled.etag(),
                newBytes ? null : polled.lastModified(),
                polled.interval());
    }

    private static Instant since(@Nullable FetchRecord before, Outcome outcome, Instant at) {
        return before != null && before.outcome() == outcome ? earlier(before.since(), at) : at;
    }

    // a clock may be set back
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
