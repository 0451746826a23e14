package org.jdfwire.fetcher.ledger;

import java.time.Instant;
import java.util.Objects;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.fetcher.address.HttpUrl;
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
        PageHistory history = PageHistory.of(before);
        Capture capture = attempt.capture();
        if (capture == null) {
            String knownHash = before == null ? null : before.sha256();
            PageHistory after = attempt.outcome() == Outcome.NOT_MODIFIED ? history.confirmed(attempt.at()) : history;
            return Entry.withoutPage(
                    record(before, attempt, attempt.outcome(), knownVersion, knownHash, after), attempt.outcome());
        }
        String hash = capture.sha256();
        Instant capturedAt = capture.capturedAt();
        if (capturedAt != null) {
            return enterCapture(before, attempt, capture, hash, history.place(hash, capturedAt));
        }
        PageHistory after = history.seenNow(hash, attempt.at());
        if (before != null && hash.equals(before.sha256())) {
            return Entry.withoutPage(
                    record(before, attempt, Outcome.UNCHANGED, knownVersion, hash, after), Outcome.UNCHANGED);
        }
        FetchRecord record = record(before, attempt, Outcome.FETCHED, knownVersion + 1, hash, after);
        return Entry.withPage(record, capture, new PageRef(record.url(), record.version(), hash, attempt.at()));
    }

    /**
     * A capture of an archive: it has its place by its own time. An old one is a version of its own, but neither the
     * present bytes nor their validators become those of the past.
     */
    private static Entry enterCapture(
            @Nullable FetchRecord before, Attempt attempt, Capture capture, String hash, PageHistory.Placed placed) {
        int knownVersion = before == null ? 0 : before.version();
        String present = PageHistory.of(before).present();
        if (placed.place() == PageHistory.Place.KNOWN) {
            return Entry.withoutPage(
                    record(before, attempt, Outcome.UNCHANGED, knownVersion, present, placed.history()),
                    Outcome.UNCHANGED);
        }
        boolean old = placed.place() == PageHistory.Place.OLD;
        FetchRecord record =
                record(before, attempt, Outcome.FETCHED, knownVersion + 1, old ? present : hash, placed.history());
        Instant observedAt = Objects.requireNonNull(capture.capturedAt());
        return Entry.withPage(
                record,
                capture,
                new PageRef(record.url(), record.version(), hash, observedAt, old ? present : null, placed.next()));
    }

    /**
     * Returns the record of a page that a link leads to and nobody asked for yet; null where it is known already. A
     * page that only ever came as a file is new to a source that polls.
     */
    static @Nullable FetchRecord discover(@Nullable FetchRecord before, Attempt attempt, Target link) {
        if (before != null && before.nextAt() != null) {
            return null;
        }
        return found(before, attempt.source(), attempt.kind(), link, attempt.at());
    }

    /** Returns the record of a page that a source is to ask for as soon as it can. */
    static FetchRecord found(@Nullable FetchRecord before, String source, String kind, Target page, Instant at) {
        return new FetchRecord(
                page.url(),
                source,
                kind,
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
                null,
                PageHistory.of(before).sightings(),
                null,
                page.moves() == 0 ? null : page.moves());
    }

    /**
     * Returns the record of a page that an operator wishes to have at once. A host that asked to be left alone stays so:
     * its page is due no sooner than it was.
     */
    static FetchRecord wished(FetchRecord before, Instant wish) {
        Instant rest = before.outcome() == Outcome.THROTTLED ? nextAt(before) : wish;
        return due(before, rest.isAfter(wish) ? rest : wish, wish);
    }

    /**
     * Returns the record of a page that is put off by a challenge to another page of its host; null where it is not. Only
     * a page that an operator wished to have is: the others are due after the cycle anyway.
     */
    static @Nullable FetchRecord putOff(FetchRecord before, Attempt challenged) {
        Instant wish = before.pollRequestedAt();
        Instant nextAt = challenged.nextAt();
        if (wish == null || nextAt == null || wish.isAfter(challenged.at())) {
            return null;
        }
        boolean isMeant = nextAt(before).isBefore(nextAt)
                && before.source().equals(challenged.source())
                && !before.url().equals(challenged.target().url())
                && host(before.url()).equals(host(challenged.target().url()));
        return isMeant ? due(before, nextAt, wish) : null;
    }

    private static FetchRecord due(FetchRecord before, Instant nextAt, Instant wish) {
        return new FetchRecord(
                before.url(),
                before.source(),
                before.kind(),
                before.fetchUrl(),
                before.depth(),
                before.outcome(),
                before.detail(),
                before.at(),
                before.since(),
                before.lastSuccessAt(),
                nextAt,
                before.version(),
                before.sha256(),
                before.etag(),
                before.lastModified(),
                before.interval(),
                before.sightings(),
                wish,
                before.moves());
    }

    private static Instant nextAt(FetchRecord polled) {
        return Objects.requireNonNull(polled.nextAt());
    }

    private static String host(String url) {
        return HttpUrl.parse(url).host();
    }

    private static FetchRecord record(
            @Nullable FetchRecord before,
            Attempt attempt,
            Outcome outcome,
            int version,
            @Nullable String hash,
            PageHistory history) {
        boolean samePresent = before != null && Objects.equals(hash, before.sha256());
        if (before != null && before.nextAt() != null && attempt.nextAt() == null) {
            return fileOfPolledPage(before, attempt.at(), samePresent, version, hash, history);
        }
        // an archive's validators are not those of the bytes that the host would compare
        boolean keepsValidators =
                attempt.capture() == null || (samePresent && attempt.capture().capturedAt() != null);
        Capture validated = keepsValidators ? null : attempt.capture();
        return new FetchRecord(
                attempt.target().url(),
                attempt.source(),
                attempt.kind(),
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
                validated != null ? validated.etag() : before == null ? null : before.etag(),
                validated != null ? validated.lastModified() : before == null ? null : before.lastModified(),
                attempt.interval(),
                history.sightings(),
                null,
                outcome.isSuccess() || attempt.target().moves() == 0
                        ? null
                        : attempt.target().moves());
    }

    /**
     * A file came for a page that a source polls: the bytes are taken, but how the polling goes ("challenged since …")
     * must stay visible. The validators go with the bytes they belong to.
     */
    private static FetchRecord fileOfPolledPage(
            FetchRecord polled,
            Instant takenAt,
            boolean samePresent,
            int version,
            @Nullable String hash,
            PageHistory history) {
        return new FetchRecord(
                polled.url(),
                polled.source(),
                polled.kind(),
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
                samePresent ? polled.etag() : null,
                samePresent ? polled.lastModified() : null,
                polled.interval(),
                history.sightings(),
                polled.pollRequestedAt(),
                polled.moves());
    }

    private static Instant since(@Nullable FetchRecord before, Outcome outcome, Instant at) {
        return before != null && before.outcome() == outcome ? earlier(before.since(), at) : at;
    }

    // a clock may be set back
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
