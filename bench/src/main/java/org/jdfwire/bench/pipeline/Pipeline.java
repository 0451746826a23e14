package org.jdfwire.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.StandaloneProcess;
import org.jdfwire.bench.process.Waits;
import org.jdfwire.bench.process.WorkFolder;
import org.jdfwire.contracts.Destinations;

/**
 * From a page on {@code jdf.pages} to its change at a client of the stream, in standalone at 20 pages a second, beside a
 * bare loop on the same broker and database; the two in turn. Target: at most twice as long.
 */
public final class Pipeline {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final int PAGES_A_SECOND = 20;
    private static final int FIRST_ISSUE = 1000;
    private static final double MS = 1e6;

    private int issue = FIRST_ISSUE;

    private Pipeline() {}

    public static void main(String[] arguments) {
        try (WorkFolder folder = WorkFolder.create();
                StandaloneProcess standalone = new StandaloneProcess(folder.path());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", standalone.kafka(), "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                BareLoop bare = new BareLoop(standalone.kafka(), standalone.mongodb())) {
            Journey whole = new Journey();
            Journey loop = new Journey();
            String request = "GET /v1/changes?since=now&type=topic.created HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Accept: text/event-stream\r\n\r\n";
            try (LineReader stream = new LineReader(standalone.port(), request, line -> note(whole, line));
                    LineReader socket = new LineReader(bare.port(), "", line -> note(loop, line))) {
                Waits.millis(3000);
                new Pipeline().compare(whole, page -> publish(producer, page), loop, bare::publish);
                System.out.println("median hops, bare loop: "
                        + Hops.between(
                                standalone.kafka(), FIRST_ISSUE, BareLoop.PAGES, BareLoop.TOPICS, BareLoop.CHANGES));
                System.out.println("median hops, JDF Wire:  "
                        + Hops.between(
                                standalone.kafka(),
                                FIRST_ISSUE,
                                Destinations.PAGES,
                                Destinations.TOPICS,
                                Destinations.CHANGES));
            }
        }
    }

    private static void note(Journey journey, String line) {
        if (line.startsWith("data: {")) {
            journey.seen(SamplePage.issueIn(line));
        }
    }

    private static void publish(KafkaProducer<byte[], byte[]> producer, SamplePage page) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Destinations.PAGES, page.url().getBytes(StandardCharsets.UTF_8), page.body());
        page.fetched()
                .toHeaders()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    private void compare(
            Journey whole, Consumer<SamplePage> publishWhole, Journey loop, Consumer<SamplePage> publishBare) {
        double[] p50 = new double[ROUNDS];
        double[] p99 = new double[ROUNDS];
        for (int round = 0; round <= ROUNDS; round++) {
            Histogram bare = round(loop, publishBare);
            Histogram jdfwire = round(whole, publishWhole);
            System.out.printf(
                    Locale.ROOT,
                    "%s bare loop p50 %6.1f p99 %6.1f ms   JDF Wire p50 %6.1f p99 %6.1f ms   load average %.1f%n",
                    round == 0 ? "warm-up" : "round " + round,
                    bare.getValueAtPercentile(50) / MS,
                    bare.getValueAtPercentile(99) / MS,
                    jdfwire.getValueAtPercentile(50) / MS,
                    jdfwire.getValueAtPercentile(99) / MS,
                    ProcessUsage.load());
            if (round > 0) {
                p50[round - 1] = (double) jdfwire.getValueAtPercentile(50) / bare.getValueAtPercentile(50);
                p99[round - 1] = (double) jdfwire.getValueAtPercentile(99) / bare.getValueAtPercentile(99);
            }
        }
        Arrays.sort(p50);
        Arrays.sort(p99);
        System.out.printf(
                Locale.ROOT,
                "median ratios: p50 %.2f, p99 %.2f (target: at most 2)%n",
                p50[ROUNDS / 2],
                p99[ROUNDS / 2]);
    }

    private Histogram round(Journey journey, Consumer<SamplePage> publish) {
        long begin = System.nanoTime();
        for (int i = 0; i < SECONDS * PAGES_A_SECOND; i++) {
            long due = begin + i * 1_000_000_000L / PAGES_A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            SamplePage page = SamplePage.of(issue++);
            journey.published(page.issue());
            publish.accept(page);
        }
        return journey.take();
    }
}
