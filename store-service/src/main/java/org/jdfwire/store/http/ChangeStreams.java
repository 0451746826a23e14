package org.jdfwire.store.http;

import io.micrometer.core.instrument.Counter;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jdfwire.store.live.ChangeStream;
import org.jdfwire.store.live.Chunk;
import org.jdfwire.store.live.StreamBatch;
import org.jdfwire.store.live.StreamForm;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The feed as a stream: server-sent events, or JSON a line.
 *
 * <p>A heartbeat is an event of that name or a line with that member, which no change has: {@link Heartbeats}.
 */
final class ChangeStreams {
    private static final byte[] RETRY = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);

    private final ChangeStream stream;
    private final SlowClients slowClients;
    private final Heartbeats heartbeats;
    private final Counter sent;

    ChangeStreams(ChangeStream stream, SlowClients slowClients, Heartbeats heartbeats, Counter sent) {
        this.stream = stream;
        this.slowClients = slowClients;
        this.heartbeats = heartbeats;
        this.sent = sent;
    }

    /** Says what {@link #write} would, without a stream. */
    Mono<Void> describe(ServerHttpResponse response, MediaType form) {
        setHeaders(response, form);
        return response.setComplete();
    }

    /**
     * Begins what was asked for. The stream goes on for as long as its client stays, long after this has completed.
     *
     * @param whenGone run once, when it is over
     */
    Mono<Void> write(ServerHttpResponse response, ChangesQuestion asked, MediaType form, Runnable whenGone) {
        setHeaders(response, form);
        StreamForm written = form.equals(MediaType.TEXT_EVENT_STREAM) ? StreamForm.SSE : StreamForm.NDJSON;
        HttpServerResponse server = server(response);
        // what follows the head is the same bytes for all
        server.compression(false);
        Channel channel = channel(server);
        StreamConnection connection = new StreamConnection(
                channel,
                server.version().equals(HttpVersion.HTTP_1_1),
                slowClients.watch(),
                batch -> chunk(batch, written),
                outlet -> stream.follow(asked.after(), asked.filter(), written, outlet),
                whenGone);
        Flux<DataBuffer> first =
                written == StreamForm.SSE ? Flux.just(RETRY).map(response.bufferFactory()::wrap) : Flux.empty();
        // at once and not to be cancelled: a client that leaves before must still be counted out
        CompletableFuture<Void> prepared = CompletableFuture.runAsync(connection::prepare, channel.eventLoop());
        return Mono.fromFuture(prepared, true).then(response.writeWith(first));
    }

    private Chunk chunk(StreamBatch batch, StreamForm form) {
        Chunk changes = batch.chunk();
        if (changes == null) {
            return Chunk.of(heartbeats.bytes(batch.position(), form));
        }
        sent.increment(batch.changes().size());
        return changes;
    }

    private static void setHeaders(ServerHttpResponse response, MediaType form) {
        response.getHeaders().setContentType(form);
        response.getHeaders().setCacheControl("no-cache");
        // proxies such as nginx hold a response back until a buffer is full
        response.getHeaders().set("X-Accel-Buffering", "no");
    }

    private static HttpServerResponse server(ServerHttpResponse response) {
        Object server = ServerHttpResponseDecorator.getNativeResponse(response);
        if (!(server instanceof HttpServerResponse netty)) {
            throw new IllegalStateException("server: " + server.getClass().getName() + " (expected: Reactor Netty)");
        }
        return netty;
    }

    private static Channel channel(HttpServerResponse server) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        server.withConnection(connection -> channel.set(connection.channel()));
        return Objects.requireNonNull(channel.get(), "a response has a connection");
    }
}
