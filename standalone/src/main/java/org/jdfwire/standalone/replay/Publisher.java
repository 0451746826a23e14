package org.jdfwire.standalone.replay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.parser.stream.Outbound;
import org.jdfwire.standalone.broker.KafkaSettings;
import org.jdfwire.standalone.command.Problem;

/** Publishes what pages became, each batch in one Kafka transaction, as the parser's own stream does. */
final class Publisher implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    private Publisher(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Opens it; what a replay that was killed left open is undone, and one that still runs is cut off. */
    static Publisher at(String kafka) {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                KafkaSettings.of(
                        kafka,
                        Map.of(
                                // one name for all, so that of two replays at once only the later goes on
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "jdfwire-replay",
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                10_000,
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Destinations.MAX_MESSAGE_BYTES,
                                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                                "lz4")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return new Publisher(producer);
    }

    /** Publishes all of them or none. */
    void publish(List<Outbound> messages) {
        try {
            producer.beginTransaction();
            messages.forEach(message -> producer.send(record(message)));
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new Problem("replay: cut off by a later one (expected: one at a time; the later one goes on)", e);
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ProducerRecord<byte[], byte[]> record(Outbound message) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                message.destination(), message.key().getBytes(StandardCharsets.UTF_8), message.value());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
