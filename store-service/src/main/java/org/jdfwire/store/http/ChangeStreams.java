package org.jdfwire.store.http;

import java.nio.charset.StandardCharsets;
import org.jdfwire.store.live.ChangeStream;
import org.jdfwire.store.live.Outlet;
import org.jdfwire.store.live.StreamForm;
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
 * <p>A heartbeat carries the newest cursor: an event {@code heartbeat} with it as its id, or a line
 * {@code {"heartbeat":"<cursor>"}}; {@code {"heartbeat":null}} before the first change. No change has that member.
 */
final class ChangeStreams {
    private static final byte[] RETRY = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);

    private final ChangeStream stream;
    private final SlowClients slowClients;

    ChangeStreams(ChangeStream stream, SlowClients slowClients) {
        this.stream = stream;
        this.slowClients = slowClients;
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
        StreamForm written = form.equals(MediaType.TEXT_EVENT_STREAM) ? StreamForm.SSE : StreamForm.NDJSON;
        DataBufferFactory buffers = response.bufferFactory();
        Outlet outlet = slowClients.watch(exchange.getRequest());
        Flux<DataBuffer> batches =
                stream.from(asked.after(), asked.filter(), written, outlet).map(batch -> buffers.wrap(batch.bytes()));
        // Reactor Netty flushes as soon as nothing more is at hand, and that is after each batch
        return response.writeWith(
                written == StreamForm.SSE
                        ? Flux.concat(Mono.fromSupplier(() -> buffers.wrap(RETRY)), batches)
                        : batches);
    }
}
