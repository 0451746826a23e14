package org.jdfwire.store.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jdfwire.store.StoreProperties;
import org.jdfwire.store.journal.Horizons;
import org.jdfwire.store.journal.TopicJournal;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The tail, the streams that follow it, and their end. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    LiveTail liveTail(StoreProperties properties) {
        return new LiveTail(properties.tailCapacity());
    }

    @Bean
    DeliverBinding deliverBinding(LiveTail tail) {
        return new DeliverBinding(tail);
    }

    @Bean
    ChangeStream changeStream(
            TopicJournal journal,
            Horizons horizons,
            LiveTail tail,
            StoreProperties properties,
            Scheduler blockingScheduler,
            MeterRegistry meters) {
        ChangeStream stream = new ChangeStream(journal, horizons, tail, properties.heartbeat(), blockingScheduler);
        Gauge.builder("jdfwire.streams.subscribers", stream, ChangeStream::subscribers)
                .description("Streams that follow the feed")
                .register(meters);
        return stream;
    }

    /** Completes the streams before the web server begins to wait for its last requests. */
    @Bean
    SmartLifecycle streamsClosing(ChangeStream stream, StoreProperties properties) {
        return new StreamsClosing(stream, properties.drain());
    }

    private static final class StreamsClosing implements SmartLifecycle {
        private final ChangeStream stream;
        private final Duration drain;
        private volatile boolean running;

        StreamsClosing(ChangeStream stream, Duration drain) {
            this.stream = stream;
            this.drain = drain;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            stop(() -> {});
        }

        @Override
        public void stop(Runnable whenStopped) {
            running = false;
            // a client that takes nothing would hold the stop up; it is cut off with the server
            stream.close(drain)
                    .timeout(drain.plusSeconds(1), Mono.empty())
                    .doOnTerminate(whenStopped)
                    .subscribe();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            // the highest phase stops first
            return Integer.MAX_VALUE;
        }
    }
}
