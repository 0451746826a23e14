package org.jdfwire.store.journal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.change.EpochBegun;
import org.jdfwire.contracts.event.EventAttributes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What {@code jdf.topics} itself tells of the epochs of its events, for who begins to read it anew. */
public final class LogEpochs {
    private static final TopicPartition LOG = new TopicPartition(Destinations.TOPICS, 0);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** Reads the log with consumers that belong to no group and read committed. */
    public LogEpochs(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * Returns the epoch that the log begins in. It is the newest one, unless the log says that a later one begins further
     * on; so a log of more than one epoch is looked through up to there.
     *
     * @param newest the epoch of the newest change that was ever made of the log
     */
    public int first(int newest) {
        EpochBegun next = newest == 0 ? null : firstBegun();
        return next == null ? newest : next.before();
    }

    private @Nullable EpochBegun firstBegun() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(Set.of(LOG));
            consumer.seekToBeginning(Set.of(LOG));
            long end = consumer.endOffsets(Set.of(LOG)).getOrDefault(LOG, 0L);
            while (consumer.position(LOG) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    EpochBegun begun = begun(record);
                    if (begun != null) {
                        return begun;
                    }
                }
            }
            return null;
        }
    }

    private static @Nullable EpochBegun begun(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        if (!EpochBegun.isToldBy(EventAttributes.decode(headers))) {
            return null;
        }
        try {
            return Json.read(record.value(), EpochBegun.class);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            // the writer passes it over too
            return null;
        }
    }
}
