package org.jdfwire.store.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jdfwire.store.journal.Position;
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
        slowClients.watch(exchange.getRequest());
        DataBufferFactory buffers = response.bufferFactory();
        boolean sse = form.equals(MediaType.TEXT_EVENT_STREAM);
        Function<StreamItem, ByteBuffer> encoding = sse ? ChangeStreams::event : ChangeStreams::line;
        Flux<DataBuffer> items =
                stream.from(asked.after(), asked.filter()).map(item -> buffers.wrap(encoding.apply(item)));
        Flux<DataBuffer> all = sse ? Flux.concat(Mono.fromSupplier(() -> buffers.wrap(RETRY)), items) : items;
        return response.writeAndFlushWith(all.map(Mono::just));
    }

    private static ByteBuffer event(StreamItem item) {
        if (item.change() != null) {
            return ByteBuffer.wrap(item.change().sse());
        }
        // before the first change there is no cursor to go on from, and a client must not forget the one it may have
        String id = item.position().equals(Position.START)
                ? ""
                : "id: " + item.position().value() + '\n';
        return bytes(id + "event: heartbeat\ndata: {}\n\n");
    }

    private static ByteBuffer line(StreamItem item) {
        if (item.change() != null) {
            return item.change().line();
        }
        String cursor = item.position().equals(Position.START)
                ? "null"
                : "\"" + item.position().value() + '"';
        return bytes("{\"heartbeat\":" + cursor + "}\n");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
