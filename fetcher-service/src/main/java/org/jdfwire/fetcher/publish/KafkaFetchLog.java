package org.jdfwire.fetcher.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.FetchRecord;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.fetcher.ledger.Entry;
import org.jdfwire.fetcher.ledger.FetchLog;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the ledger in Kafka: pages to {@code jdf.pages} and records to {@code jdf.fetches}, in one transaction.
 *
 * <p>The transaction is one of the binder's own producer factory, begun here because nothing is consumed that could
 * begin it; what the bridge sends on this thread takes part in it. The factory's transactional id is the same in each
 * life of the service, and only one transaction is open at a time. So beginning one ends what a killed predecessor
 * left open, and cuts off another instance, which then reads the log again before it goes on.
 */
final class KafkaFetchLog implements FetchLog {
    static final String PAGES_BINDING = "pages";
    static final String FETCHES_BINDING = "fetches";

    private final ProducerFactory<byte[], byte[]> producers;
    private final TransactionOperations transactions;
    private final StreamBridge bridge;
    private final FetchLogReader reader;

    KafkaFetchLog(ProducerFactory<byte[], byte[]> producers, StreamBridge bridge, FetchLogReader reader) {
        this.producers = producers;
        this.transactions = new TransactionTemplate(new KafkaTransactionManager<>(producers));
        this.bridge = bridge;
        this.reader = reader;
    }

    @Override
    public synchronized Map<String, FetchRecord> readAll() {
        // only a new producer settles what its predecessor left open; then the end of the log stands still
        producers.reset();
        transactions.executeWithoutResult(status -> {});
        return reader.read();
    }

    @Override
    public synchronized void append(List<Entry> entries) {
        transactions.executeWithoutResult(status -> entries.forEach(this::send));
    }

    private void send(Entry entry) {
        PageFetched page = entry.page();
        byte[] body = entry.body();
        FetchRecord record = entry.record();
        if (page != null && body != null) {
            send(PAGES_BINDING, record.url(), body, page.toHeaders());
        }
        send(FETCHES_BINDING, record.url(), Json.bytes(record), record.toHeaders());
    }

    private void send(String binding, String key, byte[] value, Map<String, String> headers) {
        Message<byte[]> message = MessageBuilder.withPayload(value)
                .copyHeaders(headers)
                .setHeader(KafkaHeaders.KEY, key.getBytes(StandardCharsets.UTF_8))
                .build();
        if (!bridge.send(binding, message)) {
            throw new MessagingException(message, "binding " + binding + " did not take the message");
        }
    }
}
