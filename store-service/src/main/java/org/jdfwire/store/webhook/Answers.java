package org.jdfwire.store.webhook;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads an answer as one outcome. */
final class Answers {
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);
    private static final int MOST_CHARACTERS = 200;

    private Answers() {}

    static Result read(HttpResponse response, Instant now) {
        int status = response.getCode();
        String retryAfter = header(response, HttpHeaders.RETRY_AFTER);
        Duration wait = retryAfter == null ? null : wait(retryAfter.strip(), now);
        String location = header(response, HttpHeaders.LOCATION);
        StringBuilder detail = new StringBuilder("status ").append(status);
        if (retryAfter != null) {
            detail.append(", Retry-After: ").append(retryAfter);
        }
        if (location != null) {
            detail.append(", Location: ").append(location).append(" (expected: no redirect)");
        }
        return new Result(outcome(status, wait), status, beginning(detail.toString()), wait);
    }

    /** A receiver may send as long a header as it likes. */
    static String beginning(@Nullable String text) {
        String known = String.valueOf(text);
        return known.length() <= MOST_CHARACTERS ? known : known.substring(0, MOST_CHARACTERS) + "…";
    }

    private static Outcome outcome(int status, @Nullable Duration wait) {
        if (status >= 200 && status < 300) {
            return Outcome.DELIVERED;
        }
        if (status == 410) {
            return Outcome.GONE;
        }
        if (status == 429 || (status == 503 && wait != null)) {
            return Outcome.THROTTLED;
        }
        return status >= 300 && status < 400 ? Outcome.REDIRECTED : Outcome.REJECTED;
    }

    /** Reads Retry-After (RFC 9110, section 10.2.3), seconds or a date; a day at most, null where it is neither. */
    private static @Nullable Duration wait(String retryAfter, Instant now) {
        Duration asked;
        if (retryAfter.matches("[0-9]{1,9}")) {
            asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        } else {
            Instant until = DateUtils.parseStandardDate(retryAfter);
            if (until == null) {
                return null;
            }
            asked = Duration.between(now, until);
        }
        return asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
    }

    private static @Nullable String header(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
