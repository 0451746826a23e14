package org.jdfwire.bench.metrics;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.bench.pipeline.SamplePage;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.StandaloneProcess;
import org.jdfwire.contracts.Destinations;

/** A standalone that is given backlogs of pages. */
final class Subject implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final TopicPartition CHANGES = new TopicPartition(Destinations.CHANGES, 0);

    private final StandaloneProcess standalone;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Starts one with these options of its JVM. */
    Subject(Path folder, List<String> jvmOptions) {
        standalone = new StandaloneProcess(folder, jvmOptions);
        String kafka = standalone.kafka();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(Set.of(CHANGES));
    }

    /**
     * What a backlog took.
     *
     * @param pagesASecond from the first page's sending to the last change on {@code jdf.changes}
     * @param cpuMillisAPage of all threads of the process, broker and database among them
     */
    record Work(double pagesASecond, double cpuMillisAPage) {}

    /** Sends the pages, each of which makes one change, as fast as it can and returns when the last change has come out. */
    Work read(List<SamplePage> pages) {
        consumer.seekToEnd(Set.of(CHANGES));
        consumer.position(CHANGES);
        double cpu = ProcessUsage.cpuSeconds(standalone.pid());
        long begin = System.nanoTime();
        pages.forEach(this::send);
        int missing = pages.size();
        while (missing > 0) {
            missing -= consumer.poll(Duration.ofSeconds(1)).count();
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new IllegalStateException("changes that have not come after " + LONGEST + ": " + missing);
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double used = ProcessUsage.cpuSeconds(standalone.pid()) - cpu;
        return new Work(pages.size() / seconds, used * 1000 / pages.size());
    }

    StandaloneProcess standalone() {
        return standalone;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
        standalone.close();
    }

    private void send(SamplePage page) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Destinations.PAGES, page.url().getBytes(StandardCharsets.UTF_8), page.body());
        page.fetched()
                .toHeaders()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }
}
