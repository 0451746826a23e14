package org.jdfwire.fetcher.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jdfwire.contracts.page.Outcome;
import org.jdfwire.fetcher.address.HttpUrl;
import org.jdfwire.fetcher.source.Capture;
import org.jspecify.annotations.Nullable;

/** Reads an answer that is no redirect as one outcome. */
final class Reading {
    private static final String NO_TYPE = "application/octet-stream";
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final InstantSource clock;

    Reading(InstantSource clock) {
        this.clock = clock;
    }

    Fetched of(Answer answer, HttpUrl url, Validators known, Wanted wanted) {
        int status = answer.status();
        String retryAfter = answer.retryAfter();
        if (answer.challenged() && (status == 403 || status == 503)) {
            return Fetched.without(Outcome.CHALLENGED, "status " + status + ": the host asks for a browser");
        }
        if (status == 200 && ChallengePages.matches(answer.body())) {
            return Fetched.without(Outcome.CHALLENGED, "status 200 with a page that asks for a browser");
        }
        if (status == 200) {
            return page(answer, url, wanted);
        }
        if (status == 304 && known.any()) {
            return Fetched.without(Outcome.NOT_MODIFIED, null);
        }
        if (status == 404 || status == 410) {
            return Fetched.without(Outcome.GONE, "status " + status);
        }
        if (status == 429 || (status == 503 && retryAfter != null)) {
            return Fetched.throttled(
                    "status " + status + (retryAfter == null ? "" : ", Retry-After: " + beginning(retryAfter)),
                    retryAfter == null ? null : time(retryAfter));
        }
        String location = answer.location();
        return Fetched.without(
                Outcome.SERVER_ERROR,
                "status " + status + (location == null ? "" : ", Location: " + beginning(location)));
    }

    /** A host may send as long a header as it likes; a record is kept for ever. */
    private static String beginning(String header) {
        return header.length() <= 200 ? header : header.substring(0, 200) + "…";
    }

    private static Fetched page(Answer answer, HttpUrl url, Wanted wanted) {
        String type = answer.contentType();
        // many an old server sends no type; what the bytes are is then the parser's to find out
        if (type != null && !wanted.accepts(mediaType(type))) {
            return Fetched.without(Outcome.WRONG_TYPE, type + " (expected: one of " + wanted.mediaTypes() + ")");
        }
        return Fetched.page(new Capture(
                answer.body(),
                wanted.via(),
                url.toString(),
                answer.status(),
                type == null || type.isBlank() ? NO_TYPE : type,
                answer.etag(),
                answer.lastModified()));
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Reads Retry-After (RFC 9110, section 10.2.3), seconds or a date; a day at most, null where it is neither. */
    private @Nullable Instant time(String retryAfter) {
        Instant now = clock.instant();
        Instant asked = retryAfter.strip().matches("[0-9]{1,9}")
                ? now.plusSeconds(Long.parseLong(retryAfter.strip()))
                : DateUtils.parseStandardDate(retryAfter);
        Instant latest = now.plus(LONGEST_RETRY_AFTER);
        return asked == null || asked.isBefore(latest) ? asked : latest;
    }
}
