package org.jdfwire.store.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private final Duration patience;
    private final Counter cutOff;

    /** Waits so long for a write to get through. */
    SlowClients(Duration patience, MeterRegistry meters) {
        this.patience = patience;
        cutOff = Counter.builder("jdfwire.streams.cut.off")
                .description("Streams that were cut off because their client took nothing")
                .register(meters);
    }

    /** Returns what watches the writes of one connection. */
    ChannelHandler watch() {
        return new Watch();
    }

    private final class Watch extends IdleStateHandler {

        Watch() {
            super(0, patience.toMillis(), 0, TimeUnit.MILLISECONDS);
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
