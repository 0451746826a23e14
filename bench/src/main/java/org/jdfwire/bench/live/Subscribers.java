package org.jdfwire.bench.live;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.jdfwire.bench.process.Waits;

/**
 * Subscribers of one server, on one thread: they count messages and how long each took from being published.
 *
 * <p>A message is the only line that is longer than {@value #SHORTEST} bytes, and each subscriber gets all messages in
 * their order, so counting such lines tells which message it is.
 */
final class Subscribers implements AutoCloseable {
    private static final int SHORTEST = 300;
    private static final int AT_ONCE = 200;
    private static final int RECEIVE_BYTES = 256 * 1024;
    private static final int REMEMBERED = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLongArray publishedAt = new AtomicLongArray(REMEMBERED);
    private Histogram latencies = new Histogram(3);
    private long published;

    /** Connects so many and returns when each has had the head of its answer. */
    Subscribers(FeedServer server, int count) {
        server.beforeSubscribing();
        String greeting = server.greeting();
        List<String> paths = greeting == null ? List.of(server.path()) : List.of(greeting, server.path());
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(EpollSocketChannel.class)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE_BYTES))
                .handler(new io.netty.channel.ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Subscriber(paths.iterator()));
                    }
                });
        for (int i = 0; i < count; i++) {
            Channel channel = bootstrap
                    .connect("127.0.0.1", server.port())
                    .syncUninterruptibly()
                    .channel();
            channels.add(channel);
            long reached = i - (long) AT_ONCE;
            Waits.until("subscribing", PATIENCE, () -> answered.get() > reached);
        }
        Waits.until("subscribing", PATIENCE, () -> answered.get() == count);
        // the head of an answer can be ahead of its stream's following
        Waits.millis(1000);
    }

    /** Notes that the next message is about to be published. */
    void publishing() {
        publishedAt.set((int) (published % REMEMBERED), System.nanoTime());
        published++;
    }

    int count() {
        return channels.size();
    }

    /** Returns how many messages all of them together have had. */
    long delivered() {
        return delivered.get();
    }

    /** Returns how many messages are still on the way to the average subscriber. */
    long behind() {
        return published - delivered.get() / channels.size();
    }

    /** Returns when every subscriber has had every message. */
    void awaitAll() {
        Waits.until(
                "delivering " + published + " messages to " + channels.size(),
                PATIENCE,
                () -> delivered.get() >= published * channels.size());
        if (lost.get() > 0 || delivered.get() != published * channels.size()) {
            throw new IllegalStateException(delivered + " deliveries, " + lost + " connections lost (expected: "
                    + published * channels.size() + " and none)");
        }
    }

    /** Returns the nanoseconds from publishing to receiving since the last call. */
    Histogram takeLatencies() {
        return loop.submit(() -> {
                    Histogram taken = latencies;
                    latencies = new Histogram(3);
                    return taken;
                })
                .syncUninterruptibly()
                .getNow();
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        loop.shutdownGracefully(0, 5, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Subscriber extends ChannelInboundHandlerAdapter {
        /** What is still to be asked, each when the answer to the one before has come; the last one is the stream. */
        private final Iterator<String> paths;

        private long received;
        private int line;
        private boolean open;

        Subscriber(Iterator<String> paths) {
            this.paths = paths;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ask(context);
        }

        private void ask(ChannelHandlerContext context) {
            String request =
                    "GET " + paths.next() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
            context.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            if (paths.hasNext()) {
                bytes.release();
                ask(context);
                return;
            }
            if (!open) {
                open = true;
                answered.incrementAndGet();
            }
            long before = received;
            long now = System.nanoTime();
            int from = bytes.readerIndex();
            int end = bytes.writerIndex();
            while (from < end) {
                int feed = bytes.indexOf(from, end, (byte) '\n');
                if (feed < 0) {
                    line += end - from;
                    break;
                }
                if (line + feed - from >= SHORTEST) {
                    latencies.recordValue(now - publishedAt.get((int) (received % REMEMBERED)));
                    received++;
                }
                line = 0;
                from = feed + 1;
            }
            bytes.release();
            if (received > before) {
                // this thread is the only writer
                delivered.lazySet(delivered.get() + received - before);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            lost.incrementAndGet();
        }
    }
}
