package org.jdfwire.fetcher.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.fetcher.ledger.Entry;
import org.jdfwire.fetcher.ledger.FetchLog;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.core.KafkaResourceHolder;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the ledger in Kafka: pages to {@code jdf.pages} and records to {@code jdf.fetches}, in one transaction.
 *
 * <p>Each partition of {@code jdf.fetches} has a transactional id of its own, {@code jdfwire-fetches-<partition>}, which
 * all instances share. To claim a partition is to begin a producer of that id: the broker then ends what the producer
 * before it left open and refuses whatever that one still sends, be it killed, paused or cut off. The partition is read
 * after that, so nobody can write between the reading and the next transaction without being noticed by its failure.
 */
final class KafkaFetchLog implements FetchLog, AutoCloseable {
    static final String TRANSACTIONAL_ID = "jdfwire-fetches-";

    private static final String PAGES_BINDING = "pages";
    private static final String FETCHES_BINDING = "fetches";
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final ProducerFactory<byte[], byte[]> binderProducers;
    private final StreamBridge bridge;
    private final FetchLogReader reader;
    private final Map<Integer, Producer<byte[], byte[]>> writers = new HashMap<>();

    /** @param binderProducers the binder's own factory, whose settings and whose place in a transaction are taken */
    KafkaFetchLog(ProducerFactory<byte[], byte[]> binderProducers, StreamBridge bridge, FetchLogReader reader) {
        this.binderProducers = binderProducers;
        this.bridge = bridge;
        this.reader = reader;
    }

    @Override
    public int partition(String url) {
        return HostPartitions.of(url);
    }

    @Override
    public synchronized Map<String, FetchRecord> claim(int partition) {
        drop(partition);
        Producer<byte[], byte[]> writer = producer(partition);
        writers.put(partition, writer);
        writer.initTransactions();
        return reader.read(partition);
    }

    @Override
    public synchronized void append(int partition, List<Entry> entries) {
        Producer<byte[], byte[]> writer =
                Objects.requireNonNull(writers.get(partition), "a partition is claimed before it is written");
        try {
            writer.beginTransaction();
            sendWith(writer, partition, entries);
            writer.commitTransaction();
        } catch (RuntimeException e) {
            abort(writer, e);
            drop(partition);
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        writers.values().forEach(writer -> writer.close(CLOSE));
        writers.clear();
    }

    /** Lets the bridge send with this producer: the binder looks for the transaction's one before it makes its own. */
    private void sendWith(Producer<byte[], byte[]> writer, int partition, List<Entry> entries) {
        TransactionSynchronizationManager.bindResource(binderProducers, new KafkaResourceHolder<>(writer, CLOSE));
        try {
            entries.forEach(entry -> send(partition, entry));
        } finally {
            TransactionSynchronizationManager.unbindResource(binderProducers);
        }
    }

    private void send(int partition, Entry entry) {
        PageFetched page = entry.page();
        byte[] body = entry.body();
        FetchRecord record = entry.record();
        if (page != null && body != null) {
            send(
                    PAGES_BINDING,
                    message(record.url(), body, page.toHeaders())
                            .copyHeaders(entry.span().headers())
                            .build());
        }
        send(
                FETCHES_BINDING,
                message(record.url(), Json.bytes(record), record.toHeaders())
                        .copyHeaders(entry.span().headers())
                        .setHeader(KafkaHeaders.PARTITION, partition)
                        .build());
    }

    private void send(String binding, Message<byte[]> message) {
        if (!bridge.send(binding, message)) {
            throw new MessagingException(message, "binding " + binding + " did not take the message");
        }
    }

    private static MessageBuilder<byte[]> message(String key, byte[] value, Map<String, String> headers) {
        return MessageBuilder.withPayload(value)
                .copyHeaders(headers)
                .setHeader(KafkaHeaders.KEY, key.getBytes(StandardCharsets.UTF_8));
    }

    private Producer<byte[], byte[]> producer(int partition) {
        Map<String, Object> settings = new HashMap<>(binderProducers.getConfigurationProperties());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID + partition);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void abort(Producer<byte[], byte[]> writer, RuntimeException cause) {
        try {
            writer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            // one that was cut off has nothing to abort; the broker did it
            cause.addSuppressed(e);
        }
    }

    private void drop(int partition) {
        Producer<byte[], byte[]> writer = writers.remove(partition);
        if (writer != null) {
            writer.close(Duration.ZERO);
        }
    }
}
