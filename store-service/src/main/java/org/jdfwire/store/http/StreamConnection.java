package org.jdfwire.store.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jdfwire.store.live.Chunk;
import org.jdfwire.store.live.Outlet;
import org.jdfwire.store.live.StreamBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.NettyPipeline;

/**
 * A connection that turns from an answer into a stream, as with a protocol upgrade: its answer begins as any other does,
 * with all that WebFlux's filters add to it, but its end is held back. To WebFlux the exchange is over then, and nothing
 * of it is kept; the handlers that speak HTTP leave the connection, and what is written from there on is framed here.
 *
 * <p>The connection ends with its stream ({@code Connection: close}), so what a client sends after its request is not
 * listened to. A client of HTTP/1.0 knows no chunks, and gets the stream without.
 */
final class StreamConnection extends ChannelDuplexHandler implements Outlet {
    private static final Logger log = LoggerFactory.getLogger(StreamConnection.class);
    private static final String NAME = "jdfwire.stream";
    private static final String WATCH = "jdfwire.watch";
    /** The last chunk and no trailers (RFC 9112, 7.1). */
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Channel channel;
    private final boolean knowsChunks;
    private final ChannelHandler watch;
    private final Function<StreamBatch, Chunk> words;
    private final Function<Outlet, Runnable> stream;
    private final Runnable whenGone;

    private boolean chunked;
    private boolean streaming;
    private Runnable again = () -> {};
    private Runnable leave = () -> {};

    /**
     * Takes a connection whose answer has not begun.
     *
     * @param knowsChunks whether its client speaks HTTP/1.1
     * @param watch sees what the stream writes
     * @param words returns how a batch is sent
     * @param stream begins the stream when the answer's head is out, and returns what is to be done when the client left
     * @param whenGone run once, when the connection is gone or its answer became another one
     */
    StreamConnection(
            Channel channel,
            boolean knowsChunks,
            ChannelHandler watch,
            Function<StreamBatch, Chunk> words,
            Function<Outlet, Runnable> stream,
            Runnable whenGone) {
        this.channel = channel;
        this.knowsChunks = knowsChunks;
        this.watch = watch;
        this.words = words;
        this.stream = stream;
        this.whenGone = whenGone;
    }

    /** Waits for the answer to begin; to be called on the connection's loop. */
    void prepare() {
        if (channel.isActive()) {
            channel.pipeline().addAfter(NettyPipeline.HttpTrafficHandler, NAME, this);
        } else {
            whenGone.run();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!streaming && message instanceof HttpResponse head) {
            begin(context, head);
        }
        if (!streaming && message instanceof LastHttpContent && !context.isRemoved()) {
            takeOver(context.pipeline());
            promise.trySuccess();
        } else {
            context.write(message, promise);
        }
    }

    /** Steps aside where the answer is not a stream after all, such as a problem. */
    private void begin(ChannelHandlerContext context, HttpResponse head) {
        if (head instanceof FullHttpResponse || !head.status().equals(HttpResponseStatus.OK)) {
            context.pipeline().remove(this);
            return;
        }
        HttpUtil.setKeepAlive(head, false);
        if (!knowsChunks) {
            HttpUtil.setTransferEncodingChunked(head, false);
        }
        chunked = HttpUtil.isTransferEncodingChunked(head);
    }

    private void takeOver(ChannelPipeline pipeline) {
        streaming = true;
        List<String> handlers = new ArrayList<>(pipeline.toMap().keySet());
        List<String> http = handlers.subList(handlers.indexOf(NettyPipeline.HttpCodec), handlers.size());
        // the codec last: what it has read ahead then comes here and not to those who would take it for a request
        Collections.reverse(http);
        for (String name : http) {
            if (!name.equals(NAME)) {
                pipeline.remove(name);
            }
        }
        pipeline.addBefore(NAME, WATCH, watch);
        // those who are gone asked for reads one by one; a client that leaves is only noticed by reading
        channel.config().setAutoRead(true);
        leave = stream.apply(this);
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
    public void send(StreamBatch batch) {
        Chunk chunk = words.apply(batch);
        ByteBuf bytes = chunked
                ? Unpooled.wrappedBuffer(chunk.framed())
                : Unpooled.wrappedBuffer(chunk.framed(), chunk.start(), chunk.length());
        // a write that fails is told to exceptionCaught
        channel.writeAndFlush(bytes, channel.voidPromise());
    }

    @Override
    public void end() {
        ByteBuf last = chunked ? Unpooled.wrappedBuffer(LAST_CHUNK) : Unpooled.EMPTY_BUFFER;
        channel.writeAndFlush(last).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void fail(Throwable cause) {
        log.error("The stream of {} cannot go on", channel.remoteAddress(), cause);
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (streaming) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (streaming && channel.isWritable()) {
            again.run();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (streaming && event instanceof SslCloseCompletionEvent) {
            // TLS told of the end, TCP has not yet
            context.close();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (streaming) {
            // the client is gone, which is its right
            log.debug("The connection of {} is lost", channel.remoteAddress(), cause);
            context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        leave.run();
        whenGone.run();
    }
}
