package org.jdfwire.standalone.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;

/** Consumes {@code jdf.changes}, and goes on at the offset after the last record that it took. */
final class KafkaClient extends ResumingClient {
    private static final TopicPartition CHANGES = new TopicPartition(Destinations.CHANGES, 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String kafka;
    private long next;

    KafkaClient(String kafka, int changes, int most) {
        super("Kafka", changes, most);
        this.kafka = kafka;
    }

    @Override
    void visit(String store, Stay stay) throws Stay.Over {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Set.of(CHANGES));
            consumer.seek(CHANGES, next);
            while (!isComplete()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(line(Json.MAPPER.readTree(record.value())));
                    next = record.offset() + 1;
                    stay.spend(record.value().length);
                }
            }
        }
    }
}
