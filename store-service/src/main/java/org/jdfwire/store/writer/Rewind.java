package org.jdfwire.store.writer;

import java.util.Collection;
import java.util.function.IntToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Takes a consumer back to where MongoDB ends, as when it was dropped or an older backup of it was brought back. */
final class Rewind {
    private Rewind() {}

    /**
     * Seeks backwards only: what MongoDB has beyond the group's position is read again by nobody.
     *
     * @param next the offset that follows what MongoDB has of a partition, 0 where it has nothing
     */
    static void toTheEndOf(IntToLongFunction next, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            long end = next.applyAsLong(partition.partition());
            if (end < consumer.position(partition)) {
                consumer.seek(partition, end);
            }
        }
    }
}
