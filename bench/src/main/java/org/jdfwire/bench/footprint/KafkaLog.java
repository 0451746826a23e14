package org.jdfwire.bench.footprint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.bench.pipeline.SamplePage;
import org.jdfwire.contracts.Destinations;

/** The log as the broker has it: what is put into it, what comes out, and how large it is. */
final class KafkaLog implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    KafkaLog(String address) {
        admin = Admin.create(Map.of("bootstrap.servers", address));
        // as the fetcher does
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    void publish(List<SamplePage> pages) {
        for (SamplePage page : pages) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(Destinations.PAGES, page.url().getBytes(StandardCharsets.UTF_8), page.body());
            page.fetched()
                    .toHeaders()
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        }
        producer.flush();
    }

    /** Goes to the end of a destination of one partition. */
    void follow(String destination) {
        TopicPartition partition = new TopicPartition(destination, 0);
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
    }

    /** Returns after so many further records of what is followed. */
    void await(int records) {
        long begin = System.nanoTime();
        int missing = records;
        while (missing > 0) {
            missing -= consumer.poll(Duration.ofSeconds(1)).count();
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IllegalStateException("records that have not come after " + LONGEST + ": " + missing);
            }
        }
    }

    /** Returns the bytes on the disk of each destination, by name, indexes left out. */
    Map<String, Long> sizes() {
        try {
            Map<String, Long> sizes = new TreeMap<>();
            List<Integer> brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).toList();
            admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith("jdf."))
                    .forEach(replica -> sizes.merge(
                            replica.getKey().topic(), replica.getValue().size(), Long::sum));
            return sizes;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker does not say how large its log is", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
        admin.close();
    }
}
