package org.jdfwire.store.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.live.LiveTail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The feed as a page of JSON, at once or as soon as there is something new (long poll). */
final class ChangePages {
    private final TopicJournal journal;
    private final Since since;
    private final LiveTail tail;
    private final Scheduler blocking;

    ChangePages(TopicJournal journal, Since since, LiveTail tail, Scheduler blocking) {
        this.journal = journal;
        this.since = since;
        this.tail = tail;
        this.blocking = blocking;
    }

    /** A page: its changes, where to go on, and the latest change that was looked at, null for an empty journal. */
    private record Page(
            List<JournalEntry> changes,
            Position next,
            @Nullable Cursor latest) {}

    /** Writes the page that was asked for. */
    Mono<Void> write(ServerHttpResponse response, ChangesQuestion asked) {
        long deadline = System.nanoTime() + asked.patience().toNanos();
        return page(asked, asked.after(), deadline).flatMap(page -> write(response, page));
    }

    private Mono<Page> page(ChangesQuestion asked, Position after, long deadline) {
        return Mono.fromCallable(() -> read(asked, after)).subscribeOn(blocking).flatMap(page -> {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (!page.changes().isEmpty() || left.isNegative() || left.isZero()) {
                return Mono.just(page);
            }
            return tail.news(page.next(), tail.generation())
                    .timeout(left, Mono.empty())
                    .then(Mono.defer(() -> page(asked, page.next(), deadline)));
        });
    }

    private Page read(ChangesQuestion asked, Position after) {
        JournalEnd end = journal.end();
        if (end == null) {
            return new Page(List.of(), after, null);
        }
        List<JournalEntry> entries = journal.read(after, end.cursor(), asked.filter(), asked.limit());
        // looked at afterwards, since a trim moves the horizon before it removes anything
        since.requireRetained(after);
        boolean full = entries.size() == asked.limit();
        Cursor last = full ? entries.get(entries.size() - 1).cursor() : end.cursor();
        return new Page(entries, after.isBefore(last) ? Position.after(last) : after, end.cursor());
    }

    private static Mono<Void> write(ServerHttpResponse response, Page page) {
        String next = page.next().equals(Position.START)
                ? Since.EARLIEST
                : Long.toString(page.next().value());
        String json = page.changes().stream()
                .map(JournalEntry::json)
                .collect(Collectors.joining(",", "{\"changes\":[", "],\"next\":\"" + next + '"'));
        String latest = page.latest() == null ? "" : ",\"latest\":\"" + page.latest() + '"';
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(Mono.fromSupplier(
                () -> response.bufferFactory().wrap((json + latest + '}').getBytes(StandardCharsets.UTF_8))));
    }
}
