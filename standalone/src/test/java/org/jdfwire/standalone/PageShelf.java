package org.jdfwire.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.contracts.Destinations;
import org.jdfwire.contracts.Json;
import org.jdfwire.contracts.page.PageFetched;
import org.jdfwire.contracts.page.PageRef;
import org.jdfwire.contracts.page.Via;
import org.jdfwire.parser.ParseResult;
import org.jdfwire.parser.stream.Outbound;
import org.jdfwire.parser.stream.PageAnswers;

/** Puts page versions into {@code jdf.pages} as the fetcher does, many at once. */
public final class PageShelf implements AutoCloseable {
    private final String kafka;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Integer> versions = new HashMap<>();

    public PageShelf(String kafka) {
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Puts the next version of a page. */
    public PageRef put(String url, byte[] body, Instant observedAt) {
        int version = versions.merge(url, 1, Integer::sum);
        PageRef page = new PageRef(url, version, Json.sha256(body), observedAt);
        PageFetched fetched = new PageFetched(page, Via.FILE, url, null, null, null, "text/html");
        send(Destinations.PAGES, url, fetched.toHeaders(), body);
        return page;
    }

    /** Puts the next version of a page, and what a parser reads in it at once, as the running parser does. */
    public PageRef read(
            String url, byte[] body, Instant observedAt, BiFunction<PageFetched, byte[], ParseResult> parser) {
        PageRef page = put(url, body, observedAt);
        PageFetched fetched = new PageFetched(page, Via.FILE, url, null, null, null, "text/html");
        for (Outbound message : new PageAnswers(parser).answer(fetched, body).messages()) {
            send(message.destination(), message.key(), message.headers(), message.value());
        }
        flush();
        return page;
    }

    /** Returns when Kafka has all of them. */
    public void flush() {
        producer.flush();
    }

    /** Returns the offset after the last record of a destination with one partition. */
    public long end(String destination) {
        TopicPartition partition = new TopicPartition(destination, 0);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(Set.of(partition)).get(partition);
        }
    }

    private void send(String destination, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(destination, key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
