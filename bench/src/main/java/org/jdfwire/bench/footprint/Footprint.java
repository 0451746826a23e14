package org.jdfwire.bench.footprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdfwire.bench.pipeline.SamplePage;
import org.jdfwire.bench.process.LocalFleet;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.WorkFolder;
import org.jdfwire.contracts.Destinations;

/**
 * Memory and disk of each process of a fleet, and how fast one parser, two parsers and a store are by themselves, for the
 * tables of {@code docs/OPERATIONS.md}. The baseline of two parsers is one.
 */
public final class Footprint {
    private static final int PAGES = Integer.getInteger("bench.pages", 1_000);
    private static final int PAGE_BYTES = Integer.getInteger("bench.page.bytes", 20_000);
    private static final int CANARIES = Integer.getInteger("bench.canaries", 60);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int FIRST_ISSUE = 1000;

    /** On {@code jdf.topics}: the topic of a sample page, and its manifest. */
    private static final int EVENTS_A_PAGE = 2;

    private static final double MIB = 1 << 20;
    private static final double KIB = 1 << 10;
    private static final int MINUTES_A_YEAR = 365 * 24 * 60;
    private static final List<String> PROCESSES = List.of("servers", "fetcher", "parser-1", "parser-2", "store-1");

    /** No canary, for records are counted, and the compiler that a service has in production. */
    private static final Map<String, String> QUIET =
            Map.of("JDFWIRE_CANARY", "0", "JDFWIRE_JAVA_OPTS", "-XX:TieredStopAtLevel=4");

    private final Path data;
    private final LocalFleet fleet;
    private final Random random = new Random(1);
    private int issue = FIRST_ISSUE;

    private Footprint(Path data, LocalFleet fleet) {
        this.data = data;
        this.fleet = fleet;
    }

    public static void main(String[] arguments) {
        try (WorkFolder folder = WorkFolder.create();
                LocalFleet fleet = new LocalFleet(folder.path())) {
            fleet.start(QUIET, PROCESSES.toArray(String[]::new));
            try (KafkaLog log = new KafkaLog(fleet.kafka())) {
                new Footprint(folder.path(), fleet).measure(log);
            }
        }
    }

    private void measure(KafkaLog log) {
        memory("at the start");
        fleet.stop("store-1");
        parsers(log);
        int pages = issue - FIRST_ISSUE;
        log.follow(Destinations.CHANGES);
        long begin = System.nanoTime();
        fleet.start(QUIET, "store-1");
        log.await(pages);
        say("store: %,d pages, a change each, %,.0f a second from its start on%n", pages, pages / seconds(begin));
        memory("after " + pages + " pages");
        log.sizes().forEach((name, bytes) -> say("%-14s %8.2f kB a page%n", name, bytes / KIB / pages));
        // the store's archive may still be at it
        fleet.stop("store-1");
        fleet.start(QUIET, "store-1");
        say("MongoDB        %8.2f kB a page%n", size(data.resolve("mongodb")) / KIB / pages);
        canaries(log);
    }

    /** The same backlog for one parser and for two, in turn. */
    private void parsers(KafkaLog log) {
        double[] ratios = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            fleet.stop("parser-2");
            double one = read(log);
            fleet.start(QUIET, "parser-2");
            // one that has just started is slower than the other, which has not
            read(log);
            double two = read(log);
            say(
                    "%s one parser %,.0f pages a second, two %,.0f, load average %.1f%n",
                    round < 0 ? "warm-up" : "round " + (round + 1), one, two, ProcessUsage.load());
            if (round >= 0) {
                ratios[round] = two / one;
            }
        }
        Arrays.sort(ratios);
        say("median ratio of two parsers to one %.2f%n", ratios[ROUNDS / 2]);
    }

    private double read(KafkaLog log) {
        List<SamplePage> pages =
                IntStream.range(issue, issue + PAGES).mapToObj(this::page).toList();
        issue += PAGES;
        log.follow(Destinations.TOPICS);
        long begin = System.nanoTime();
        log.publish(pages);
        log.await(PAGES * EVENTS_A_PAGE);
        return PAGES / seconds(begin);
    }

    private void canaries(KafkaLog log) {
        fleet.stop("fetcher");
        Map<String, Long> before = log.sizes();
        log.follow(Destinations.CANARIES);
        fleet.start(Map.of("JDFWIRE_CANARY", "1s"), "fetcher");
        log.await(CANARIES);
        fleet.stop("fetcher");
        Map<String, Long> grown = new TreeMap<>();
        log.sizes().forEach((name, bytes) -> grown.put(name, bytes - before.getOrDefault(name, 0L)));
        double all = grown.values().stream().mapToLong(Long::longValue).sum();
        say(
                "a canary: %.2f kB of Kafka's log %s; one a minute %.2f GB a year%n",
                all / KIB / CANARIES, grown, all / CANARIES * MINUTES_A_YEAR / MIB / KIB);
    }

    private void memory(String when) {
        for (String process : PROCESSES) {
            say("%-9s %4.0f MB resident %s%n", process, ProcessUsage.residentBytes(fleet.pid(process)) / MIB, when);
        }
    }

    /** A page of the size of the site's, most of which is no topic. */
    private SamplePage page(int number) {
        StringBuilder html = new StringBuilder(new String(SamplePage.of(number).body(), StandardCharsets.UTF_8));
        html.append("<!--");
        while (html.length() < PAGE_BYTES) {
            // words repeat on a page of HTML too
            html.append(" word").append(random.nextInt(2_000));
        }
        return new SamplePage(number, html.append(" -->").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static double size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
