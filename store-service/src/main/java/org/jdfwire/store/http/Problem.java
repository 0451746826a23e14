package org.jdfwire.store.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.Horizon;
import org.springframework.http.HttpStatus;

/** A refusal as RFC 9457 tells it: which problem, and what to do next. */
final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String TYPES = "urn:jdfwire:problem:";

    private final HttpStatus status;
    private final transient Map<String, Object> members;

    private Problem(HttpStatus status, String type, String title, String detail, Map<String, Object> more) {
        super(detail);
        this.status = status;
        members = new LinkedHashMap<>();
        members.put("type", TYPES + type);
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        members.putAll(more);
    }

    /** 400: a parameter that is unknown, given too often or out of its range. */
    static Problem parameter(String name, Object value, String expected) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("parameter", name);
        more.put("value", value);
        more.put("expected", expected);
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-parameter",
                "A parameter cannot be used",
                name + ": " + value + " (expected: " + expected + ")",
                more);
    }

    /** 404: nothing has that name. */
    static Problem unknown(String what, String name) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no such " + what,
                "There is no " + what + " " + name,
                Map.of());
    }

    /** 409: a cursor that no change has yet. */
    static Problem fromTheFuture(String parameter, String cursor, String latest) {
        return new Problem(
                HttpStatus.CONFLICT,
                "cursor-from-the-future",
                "No change has that cursor yet",
                parameter + ": " + cursor + " is after the latest, " + latest
                        + ", so it came from another store, or from one of which a backup was restored; go on with"
                        + " since=<RFC 3339 time> of the last change you have, or with since=earliest",
                Map.of("parameter", parameter, "value", cursor, "latest", latest));
    }

    /** 409: a cursor that no change has, though later ones do. */
    static Problem unknownCursor(String parameter, String cursor, Cursor before) {
        return new Problem(
                HttpStatus.CONFLICT,
                "unknown-cursor",
                "No change has that cursor",
                parameter + ": " + cursor
                        + " is no change's cursor, so it came from another store, or from changes that"
                        + " were lost when a backup was restored; read the latest state at /v1/topics, then go on with"
                        + " since=" + before + " or since=earliest",
                Map.of("parameter", parameter, "value", cursor, "before", before.toString()));
    }

    /** 401: a token is needed and there is none, or none that is taken. */
    static Problem unauthorized(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, "token-needed", "A token is needed", detail, Map.of());
    }

    /** 411: a body that does not say how large it is. */
    static Problem lengthRequired() {
        return of(HttpStatus.LENGTH_REQUIRED, "Transfer-Encoding: not taken (expected: a body with a Content-Length)");
    }

    /** 413: a body that is too large. */
    static Problem bodyTooLarge(long bytes, long most) {
        return of(HttpStatus.CONTENT_TOO_LARGE, "Content-Length: " + bytes + " (expected: at most " + most + ")");
    }

    /** 429: a client that asks too often. */
    static Problem tooManyRequests(int aMinute, long waitSeconds) {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests",
                "More than " + aMinute + " requests a minute; ask again in " + waitSeconds
                        + " s, or follow the stream of /v1/changes, which is one request",
                Map.of("retryAfter", waitSeconds));
    }

    /** 410: changes after a place were trimmed. */
    static Problem trimmed(String parameter, String value, Horizon horizon) {
        return new Problem(
                HttpStatus.GONE,
                "trimmed",
                "The changes from there on are no longer all kept",
                parameter + ": " + value + " is before the retained journal, which goes on after " + horizon.last()
                        + ", recorded " + horizon.recordedAt()
                        + "; read the latest state at /v1/topics, then go on with"
                        + " since=" + horizon.last() + " or since=earliest",
                Map.of(
                        "parameter",
                        parameter,
                        "value",
                        value,
                        "earliest",
                        horizon.last().toString()));
    }

    /** 429: one address has too many streams open. */
    static Problem tooManyStreamsOfOne(int most) {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-streams",
                "Too many streams from one address",
                "More than " + most
                        + " streams and long polls are open from this address; close one, or come back later",
                Map.of("most", most));
    }

    /** 503: too many streams are open in all. */
    static Problem tooManyStreams(int most) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "full",
                "Too many streams",
                "More than " + most + " streams and long polls are open; come back later, or ask for pages of JSON",
                Map.of("most", most));
    }

    /** Any other status, with what was wrong. */
    static Problem of(HttpStatus status, String detail) {
        return new Problem(
                status,
                status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                status.getReasonPhrase(),
                detail,
                Map.of());
    }

    HttpStatus status() {
        return status;
    }

    /** Returns the members of the problem's JSON. */
    Map<String, Object> members() {
        return members;
    }
}
