package org.jdfwire.store.http;

import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@code GET /v1/changes}: the feed, as a page of JSON or as a stream. */
@RestController
final class ChangesEndpoint {
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_NDJSON);
    private static final int LONGEST_WAIT_S = 60;
    private static final String RETRY_AFTER_S = "30";

    private final Since since;
    private final ChangePages pages;
    private final ChangeStreams streams;
    private final OpenStreams open;
    private final Scheduler blocking;

    ChangesEndpoint(
            Since since, ChangePages pages, ChangeStreams streams, OpenStreams open, Scheduler blockingScheduler) {
        this.since = since;
        this.pages = pages;
        this.streams = streams;
        this.open = open;
        this.blocking = blockingScheduler;
    }

    /** Answers with the form that {@code Accept} prefers; JSON where it does not say. */
    @GetMapping("/v1/changes")
    Mono<Void> changes(ServerWebExchange exchange) {
        MediaType form = Accept.preferred(exchange.getRequest().getHeaders(), FORMS);
        boolean page = form.equals(MediaType.APPLICATION_JSON);
        return Mono.fromCallable(() -> asked(exchange.getRequest()))
                .subscribeOn(blocking)
                .flatMap(asked -> {
                    if (!page) {
                        return stream(exchange, asked, form);
                    }
                    if (asked.patience().isZero()) {
                        return pages.write(exchange.getResponse(), asked);
                    }
                    return Mono.using(
                            () -> opened(exchange), end -> pages.write(exchange.getResponse(), asked), Runnable::run);
                });
    }

    private Mono<Void> stream(ServerWebExchange exchange, ChangesQuestion asked, MediaType form) {
        ServerHttpResponse response = exchange.getResponse();
        return exchange.getRequest().getMethod() == HttpMethod.HEAD
                ? streams.describe(response, form)
                : streams.write(response, asked, form, opened(exchange));
    }

    private ChangesQuestion asked(ServerHttpRequest request) {
        Parameters parameters = FilterParameters.with(request, Since.SINCE, Since.LAST_EVENT_ID, "limit", "wait");
        Integer wait = parameters.one(
                "wait", "0 to " + LONGEST_WAIT_S + " seconds", text -> Parameters.within(0, LONGEST_WAIT_S, text));
        return new ChangesQuestion(
                since.position(request.getHeaders(), parameters),
                FilterParameters.read(parameters),
                parameters.limit(),
                Duration.ofSeconds(wait == null ? 0 : wait));
    }

    /** Counts the answer among those that may last; one too many is a problem that says when to come back. */
    private Runnable opened(ServerWebExchange exchange) {
        try {
            return open.open(exchange.getRequest().getRemoteAddress());
        } catch (Problem problem) {
            exchange.getResponse().getHeaders().set("Retry-After", RETRY_AFTER_S);
            throw problem;
        }
    }
}
