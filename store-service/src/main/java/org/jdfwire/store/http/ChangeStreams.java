package org.jdfwire.store.http;

import io.micrometer.core.instrument.Counter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jdfwire.store.live.ChangeStream;
import org.jdfwire.store.live.StreamItem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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

    /** Writes what was asked for, for as long as the client stays. */
    Mono<Void> write(ServerWebExchange exchange, ChangesQuestion asked, MediaType form) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(form);
        response.getHeaders().setCacheControl("no-cache");
        // proxies such as nginx hold a response back until a buffer is full
        response.getHeaders().set("X-Accel-Buffering", "no");
        if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.setComplete();
        }
        slowClients.watch(exchange.getRequest());
        DataBufferFactory buffers = response.bufferFactory();
        boolean sse = form.equals(MediaType.TEXT_EVENT_STREAM);
        Function<StreamItem, ByteBuffer> encoding = sse ? this::event : this::line;
        Flux<DataBuffer> items =
                stream.from(asked.after(), asked.filter()).map(item -> buffers.wrap(encoding.apply(item)));
        Flux<DataBuffer> all = sse ? Flux.concat(Mono.fromSupplier(() -> buffers.wrap(RETRY)), items) : items;
        return response.writeAndFlushWith(all.map(Mono::just));
    }

    private ByteBuffer event(StreamItem item) {
        if (item.change() != null) {
            sent.increment();
            return ByteBuffer.wrap(item.change().sse());
        }
        return heartbeats.event(item.position());
    }

    private ByteBuffer line(StreamItem item) {
        if (item.change() != null) {
            sent.increment();
            return item.change().line();
        }
        return heartbeats.line(item.position());
    }
}
