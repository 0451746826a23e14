package org.jdfwire.store.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jdfwire.store.live.Outlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Cuts off streams whose clients take nothing.
 *
 * <p>What waits for a client is bounded: the stream hands out no more than the connection asks for, and that stops
 * asking when the client does not read. So a client that stalls costs little, but forever. As a heartbeat is written
 * before long, a stream on which no write gets through has such a client. What it was sent last had its cursor, so it
 * misses nothing when it comes back. Each is counted in {@code jdfwire_streams_cut_off_total}.
 */
final class SlowClients {
    private static final Logger log = LoggerFactory.getLogger(SlowClients.class);
    private static final String NAME = "jdfwire.slowClient";

    private final Duration patience;
    private final Counter cutOff;

    /** Waits so long for a write to get through. */
    SlowClients(Duration patience, MeterRegistry meters) {
        this.patience = patience;
        cutOff = Counter.builder("jdfwire.streams.cut.off")
                .description("Streams that were cut off because their client took nothing")
                .register(meters);
    }

    /** Watches the connection of a request until its answer ends, and returns it as a stream needs it. */
    Outlet watch(ServerHttpRequest request) {
        Object server = ServerHttpRequestDecorator.getNativeRequest(request);
        if (!(server instanceof HttpServerRequest netty)) {
            throw new IllegalStateException("server: " + server.getClass().getName() + " (expected: Reactor Netty)");
        }
        AtomicReference<Connection> connection = new AtomicReference<>();
        netty.withConnection(connection::set);
        Connection watched = Objects.requireNonNull(connection.get(), "a request has a connection");
        Watch watch = new Watch(watched.channel());
        watched.addHandlerLast(NAME, watch);
        return watch;
    }

    private final class Watch extends IdleStateHandler implements Outlet {
        private final Channel channel;
        private Runnable again = () -> {};

        Watch(Channel channel) {
            super(0, patience.toMillis(), 0, TimeUnit.MILLISECONDS);
            this.channel = channel;
        }

        @Override
        public ScheduledExecutorService loop() {
            return channel.eventLoop();
        }

        /** What was written and not sent stays below Netty's high water mark, but for the last batch. */
        @Override
        public boolean isReady() {
            return channel.isWritable();
        }

        @Override
        public void onReady(Runnable task) {
            again = task;
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
            super.channelWritabilityChanged(context);
            if (channel.isWritable()) {
                again.run();
            }
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
            cutOff.increment();
            log.info(
                    "The stream of {} is cut off: it took nothing for {}",
                    context.channel().remoteAddress(),
                    patience);
            context.close();
        }
    }
}
