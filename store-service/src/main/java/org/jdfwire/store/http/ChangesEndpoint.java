package org.jdfwire.store.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.filter.TopicFilter;
import org.jdfwire.store.journal.JournalEnd;
import org.jdfwire.store.journal.JournalEntry;
import org.jdfwire.store.journal.Position;
import org.jdfwire.store.journal.TopicJournal;
import org.jdfwire.store.live.ChangeStream;
import org.jdfwire.store.live.LiveTail;
import org.jdfwire.store.live.StreamItem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@code GET /v1/changes}: the feed, as a page of JSON or as a stream of server-sent events. */
@RestController
final class ChangesEndpoint {
    private static final List<MediaType> OFFERED = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM);
    private static final byte[] RETRY = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST_WAIT_S = 60;

    private final TopicJournal journal;
    private final Since since;
    private final ChangeStream stream;
    private final LiveTail tail;
    private final Scheduler blocking;

    ChangesEndpoint(TopicJournal journal, ChangeStream stream, LiveTail tail, Scheduler blockingScheduler) {
        this.journal = journal;
        this.since = new Since(journal);
        this.stream = stream;
        this.tail = tail;
        this.blocking = blockingScheduler;
    }

    /** What a reader asks for. */
    private record Asked(Position after, TopicFilter filter, int limit, Duration patience) {}

    /** A page: its changes, where to go on, and the latest change that was looked at, null for an empty journal. */
    private record Page(
            List<JournalEntry> changes,
            Position next,
            @Nullable Cursor latest) {}

    /** Answers with the form that {@code Accept} prefers; JSON where it does not say. */
    @GetMapping("/v1/changes")
    Mono<Void> changes(ServerWebExchange exchange) {
        MediaType form = form(exchange.getRequest().getHeaders().getAccept());
        Mono<Asked> asked = Mono.fromCallable(() -> asked(exchange)).subscribeOn(blocking);
        return form.equals(MediaType.TEXT_EVENT_STREAM)
                ? asked.flatMap(question -> events(exchange, question))
                : asked.flatMap(question ->
                        page(question).flatMap(page -> write(exchange.getResponse(), question.after(), page)));
    }

    private Asked asked(ServerWebExchange exchange) {
        Parameters parameters =
                FilterParameters.with(exchange.getRequest(), Since.SINCE, Since.LAST_EVENT_ID, "limit", "wait");
        Integer wait = parameters.one(
                "wait", "0 to " + LONGEST_WAIT_S + " seconds", text -> Parameters.within(0, LONGEST_WAIT_S, text));
        TopicFilter filter = FilterParameters.read(parameters);
        int limit = parameters.limit();
        return new Asked(
                since.position(exchange.getRequest().getHeaders(), parameters),
                filter,
                limit,
                Duration.ofSeconds(wait == null ? 0 : wait));
    }

    private Mono<Page> page(Asked asked) {
        long deadline = System.nanoTime() + asked.patience().toNanos();
        return page(asked, asked.after(), deadline);
    }

    private Mono<Page> page(Asked asked, Position after, long deadline) {
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

    private Page read(Asked asked, Position after) {
        JournalEnd end = journal.end();
        if (end == null) {
            return new Page(List.of(), after, null);
        }
        List<JournalEntry> entries = journal.read(after, end.cursor(), asked.filter(), asked.limit());
        boolean full = entries.size() == asked.limit();
        Cursor last = full ? entries.get(entries.size() - 1).cursor() : end.cursor();
        return new Page(entries, after.isBefore(last) ? Position.after(last) : after, end.cursor());
    }

    private Mono<Void> write(ServerHttpResponse response, Position asked, Page page) {
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

    private Mono<Void> events(ServerWebExchange exchange, Asked asked) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().setCacheControl("no-cache");
        // proxies such as nginx hold a response back until a buffer is full
        response.getHeaders().set("X-Accel-Buffering", "no");
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        DataBufferFactory buffers = response.bufferFactory();
        Flux<DataBuffer> events = Flux.concat(
                Mono.fromSupplier(() -> buffers.wrap(RETRY)),
                stream.from(asked.after(), asked.filter()).map(item -> buffers.wrap(event(item))));
        return response.writeAndFlushWith(events.map(Mono::just));
    }

    private static byte[] event(StreamItem item) {
        return item.change() != null ? item.change().sse() : heartbeat(item.position());
    }

    private static byte[] heartbeat(Position position) {
        // before the first change there is no cursor to go on from, and a client must not forget the one it may have
        String id = position.equals(Position.START) ? "" : "id: " + position.value() + '\n';
        return (id + "event: heartbeat\ndata: {}\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MediaType form(List<MediaType> accepted) {
        if (accepted.isEmpty()) {
            return MediaType.APPLICATION_JSON;
        }
        List<MediaType> preferred = new ArrayList<>(accepted);
        preferred.sort(Comparator.comparing(MediaType::getQualityValue).reversed());
        for (MediaType wanted : preferred) {
            for (MediaType offered : OFFERED) {
                if (wanted.includes(offered)) {
                    return offered;
                }
            }
        }
        throw new NotAcceptableStatusException(OFFERED);
    }
}
