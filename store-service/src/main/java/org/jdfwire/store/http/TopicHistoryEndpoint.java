package org.jdfwire.store.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.diff.HtmlDiff;
import org.jdfwire.store.diff.PlainDiff;
import org.jdfwire.store.diff.TopicDiff;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicHistory;
import org.jdfwire.store.query.TopicFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/topics/{id}/history} and {@code /diff}: a topic's changes, and what differs between two of them. */
@RestController
final class TopicHistoryEndpoint {
    private static final String LIST = "history";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CURSOR = "the cursor of a change of this topic, as in its history";
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML);

    private final TopicFinder topics;
    private final TopicHistory history;

    TopicHistoryEndpoint(TopicFinder topics, TopicHistory history) {
        this.topics = topics;
        this.history = history;
    }

    /** A topic's changes, the oldest first; those that were trimmed are not there. */
    @GetMapping(path = "/v1/topics/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] history(@PathVariable("id") String topicId, ServerHttpRequest request) {
        Parameters parameters = Parameters.of(request, Set.of("limit", PageMark.PAGE));
        int limit = parameters.limit();
        Position after = PageMark.read(parameters, LIST, parts -> place(topicId, parts));
        // one more than asked for tells whether a next page exists
        List<JournalEntry> found = history.read(topicId, after == null ? Position.START : after, limit + 1);
        if (found.isEmpty()) {
            requireKnown(topicId);
        }
        boolean more = found.size() > limit;
        List<JournalEntry> shown = more ? found.subList(0, limit) : found;
        String next = more
                ? ",\"next\":\""
                        + PageMark.write(LIST, shown.get(limit - 1).cursor().toString(), topicId) + '"'
                : "";
        return shown.stream()
                .map(JournalEntry::json)
                .collect(Collectors.joining(",", "{\"changes\":[", "]" + next + '}'))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The words that differ between two changes: by default the last one and the one before it. */
    @GetMapping("/v1/topics/{id}/diff")
    ResponseEntity<byte[]> diff(@PathVariable("id") String topicId, ServerHttpRequest request) {
        MediaType form = Accept.preferred(request.getHeaders(), FORMS);
        TopicDiff diff = diff(topicId, Parameters.of(request, Set.of(FROM, TO)));
        byte[] body;
        if (form.equals(MediaType.TEXT_PLAIN)) {
            body = PlainDiff.write(diff).getBytes(StandardCharsets.UTF_8);
        } else if (form.equals(MediaType.TEXT_HTML)) {
            body = HtmlDiff.write(diff).getBytes(StandardCharsets.UTF_8);
        } else {
            return ResponseEntity.ok().contentType(form).body(Json.bytes(diff));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(form, StandardCharsets.UTF_8))
                .body(body);
    }

    private TopicDiff diff(String topicId, Parameters parameters) {
        JournalEntry to = change(topicId, TO, parameters);
        JournalEntry from = change(topicId, FROM, parameters);
        to = to == null ? history.last(topicId) : to;
        if (to == null) {
            requireKnown(topicId);
            // its changes were trimmed, all of them backfilled ones
            throw Problem.unknown("change of topic", topicId);
        }
        from = from == null ? history.before(topicId, to.cursor()) : from;
        return TopicDiff.between(from == null ? null : from.change(), to.change());
    }

    private @Nullable JournalEntry change(String topicId, String name, Parameters parameters) {
        Cursor cursor = parameters.one(name, CURSOR, Cursor::parse);
        if (cursor == null) {
            return null;
        }
        JournalEntry change = history.at(topicId, cursor);
        if (change == null) {
            requireKnown(topicId);
            throw Problem.parameter(name, cursor.toString(), CURSOR);
        }
        return change;
    }

    private void requireKnown(String topicId) {
        if (topics.find(topicId) == null) {
            throw Problem.unknown("topic", topicId);
        }
    }

    private static Position place(String topicId, String[] parts) {
        if (!parts[2].equals(topicId)) {
            throw new IllegalArgumentException(parts[2]);
        }
        return Position.after(Cursor.parse(parts[1]));
    }
}
