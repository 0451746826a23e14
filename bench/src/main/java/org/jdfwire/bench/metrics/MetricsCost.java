package org.jdfwire.bench.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jdfwire.bench.pipeline.SamplePage;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.WorkFolder;

/**
 * A backlog of pages through parser and store to the end of {@code jdf.changes}, as fast as it goes, in a standalone as it
 * comes, scraped meanwhile, beside one whose metrics are off by configuration; the two in turn. Target: at least 0.95 of
 * the throughput, for what nobody would notice nobody is tempted to switch off.
 */
public final class MetricsCost {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final int WARM_UP = 2;
    private static final int PAGES = Integer.getInteger("bench.pages", 1_000);
    private static final int FIRST_ISSUE = 1000;

    /** Prometheus asks every 15 s; here each round must have some. */
    private static final long SCRAPE_MILLIS = Integer.getInteger("bench.scrape.ms", 1_000);

    private static final double TARGET = 0.95;

    /**
     * Each meter becomes one that does nothing; nothing listens to MongoDB's commands and connections, observes requests or
     * asks how far consumers are behind. What is left is the call of a meter that does nothing.
     */
    private static final List<String> OFF = List.of(
            "-Dmanagement.metrics.enable.all=false",
            "-Dmanagement.metrics.mongodb.command.enabled=false",
            "-Dmanagement.metrics.mongodb.connectionpool.enabled=false",
            "-Dmanagement.observations.enable.all=false",
            "-Dspring.cloud.stream.kafka.binder.metrics.offset-lag-metrics-interval=1d");

    private int issue = FIRST_ISSUE;
    private int scrapes;

    private MetricsCost() {}

    public static void main(String[] arguments) {
        try (WorkFolder withFolder = WorkFolder.create();
                WorkFolder withoutFolder = WorkFolder.create();
                Subject with = new Subject(withFolder.path(), List.of());
                Subject without = new Subject(withoutFolder.path(), OFF)) {
            new MetricsCost().compare(with, without);
        }
    }

    private void compare(Subject with, Subject without) {
        double[] speed = new double[ROUNDS];
        double[] processor = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            List<SamplePage> pages = IntStream.range(issue, issue + PAGES)
                    .mapToObj(SamplePage::of)
                    .toList();
            issue += PAGES;
            // whoever comes second finds the machine warmer
            boolean withFirst = round % 2 == 0;
            Subject.Work first = withFirst ? scraped(with, pages) : without.read(pages);
            Subject.Work second = withFirst ? without.read(pages) : scraped(with, pages);
            Subject.Work on = withFirst ? first : second;
            Subject.Work off = withFirst ? second : first;
            System.out.printf(
                    Locale.ROOT,
                    "%s with %,6.0f pages/s %.2f ms CPU a page   without %,6.0f pages/s %.2f ms   load average %.1f%n",
                    round < 0 ? "warm-up" : "round " + (round + 1),
                    on.pagesASecond(),
                    on.cpuMillisAPage(),
                    off.pagesASecond(),
                    off.cpuMillisAPage(),
                    ProcessUsage.load());
            if (round >= 0) {
                speed[round] = on.pagesASecond() / off.pagesASecond();
                processor[round] = on.cpuMillisAPage() / off.cpuMillisAPage();
            }
        }
        Arrays.sort(speed);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "series shown: with %d, without %d; scraped %d times%n",
                Scraper.series(with.standalone().metrics()),
                Scraper.series(without.standalone().metrics()),
                scrapes);
        System.out.printf(
                Locale.ROOT,
                "median ratios: throughput %.3f of %.3f to %.3f (target: at least %.2f), processor time %.3f%n",
                speed[ROUNDS / 2],
                speed[0],
                speed[ROUNDS - 1],
                TARGET,
                processor[ROUNDS / 2]);
    }

    private Subject.Work scraped(Subject with, List<SamplePage> pages) {
        try (Scraper scraper = Scraper.start(with.standalone(), SCRAPE_MILLIS)) {
            Subject.Work work = with.read(pages);
            scrapes += scraper.scrapes();
            return work;
        }
    }
}
