package org.jdfwire.bench.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.Waits;
import org.jdfwire.bench.process.WorkFolder;

/**
 * Deliveries a second and a processor second to 100, 1,000 and 5,000 subscribers, the store and nchan in turn.
 *
 * <p>Two loads. <b>full</b>: a message is published as soon as fewer than {@value #WINDOW} are on the way, so the server
 * is the limit. <b>paced</b>: so few messages a second that both servers keep up with ease, which tells how long one takes.
 */
public final class FanOut {
    private static final int WINDOW = 64;
    private static final double PACED_DELIVERIES = 15_000;
    private static final double MOST_PACED_MESSAGES = 100;
    private static final int WARM_UP_SUBSCRIBERS = 100;
    private static final double WARM_UP_SECONDS = 60;
    private static final double MS = 1e6;

    private final int rounds;
    private final double seconds;
    private final Map<String, FeedServer> servers = new LinkedHashMap<>();

    private FanOut(int rounds, double seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    private enum Load {
        FULL,
        PACED
    }

    /** One server with its subscribers and what was measured of it. */
    private record Side(
            String name, FeedServer server, Subscribers subscribers, List<Measured> full, List<Measured> paced) {}

    /** One round of one server. */
    private record Measured(double perSecond, double perCpuSecond, double p50, double p99) {}

    public static void main(String[] arguments) {
        int rounds = Integer.getInteger("bench.rounds", 3);
        double seconds = Integer.getInteger("bench.seconds", 4);
        List<Integer> counts = Arrays.stream(
                        System.getProperty("bench.subscribers", "100,1000,5000").split(","))
                .map(Integer::valueOf)
                .toList();
        List<String> only = List.of(
                System.getProperty("bench.servers", "nchan,nchan-nodelay,store").split(","));
        List<String> jvm = Arrays.stream(System.getProperty("bench.jvm", "").split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
        FanOut bench = new FanOut(rounds, seconds);
        try (WorkFolder folder = WorkFolder.create()) {
            for (String nchan : List.of("nchan", "nchan-nodelay")) {
                if (only.contains(nchan)) {
                    boolean noDelay = !nchan.equals("nchan");
                    bench.servers.put(nchan, new NchanServer(folder.path().resolve(nchan), noDelay));
                }
            }
            if (only.contains("store")) {
                bench.servers.put("store", new StoreServer(folder.path().resolve("store"), jvm));
            }
            System.out.printf("one message is %d bytes of JSON%n", Messages.size());
            bench.warmUp();
            counts.forEach(bench::measure);
        } finally {
            bench.servers.values().forEach(FeedServer::close);
        }
    }

    /**
     * So many messages to few subscribers that a JVM has compiled most of what it will. After 20 s its compiler still took a
     * fifth to a third of the processor time that was measured.
     */
    private void warmUp() {
        servers.forEach((name, server) -> {
            try (Subscribers few = new Subscribers(server, WARM_UP_SUBSCRIBERS)) {
                long end = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
                while (System.nanoTime() < end) {
                    while (few.behind() >= 2) {
                        LockSupport.parkNanos(20_000);
                    }
                    few.publishing();
                    server.publish();
                }
                few.awaitAll();
            }
        });
    }

    private void measure(int count) {
        List<Side> sides = new ArrayList<>();
        servers.forEach((name, server) -> sides.add(
                new Side(name, server, new Subscribers(server, count), new ArrayList<>(), new ArrayList<>())));
        System.out.printf("%n%,d subscribers, load average %.1f%n", count, ProcessUsage.load());
        // the first round warms up and does not count
        for (int round = 0; round <= rounds; round++) {
            for (Side side : sides) {
                Measured atFull = round(side.server(), side.subscribers(), Load.FULL);
                Measured atPace = round(side.server(), side.subscribers(), Load.PACED);
                print(round == 0 ? side.name() + " (warm-up)" : side.name(), atFull, atPace);
                if (round > 0) {
                    side.full().add(atFull);
                    side.paced().add(atPace);
                }
            }
        }
        for (Side side : sides) {
            side.subscribers().close();
            print("median " + side.name(), median(side.full()), median(side.paced()));
        }
        Side store = sides.get(sides.size() - 1);
        for (Side nchan : sides.subList(0, sides.size() - 1)) {
            printRatios("full", store, nchan, Side::full);
            printRatios("paced", store, nchan, Side::paced);
        }
    }

    private Measured round(FeedServer server, Subscribers subscribers, Load load) {
        subscribers.takeLatencies();
        long deliveredBefore = subscribers.delivered();
        double cpuBefore = ProcessUsage.cpuSeconds(server.pid());
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        double messagesASecond = Math.min(MOST_PACED_MESSAGES, PACED_DELIVERIES / subscribers.count());
        for (long sent = 0; System.nanoTime() < end; sent++) {
            if (load == Load.FULL) {
                while (subscribers.behind() >= WINDOW) {
                    LockSupport.parkNanos(20_000);
                }
            } else {
                long due = begin + (long) (sent * 1e9 / messagesASecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
            subscribers.publishing();
            server.publish();
        }
        subscribers.awaitAll();
        double took = (System.nanoTime() - begin) / 1e9;
        // the processor time of the last wake-ups
        Waits.millis(20);
        double cpu = ProcessUsage.cpuSeconds(server.pid()) - cpuBefore;
        long delivered = subscribers.delivered() - deliveredBefore;
        Histogram latencies = subscribers.takeLatencies();
        return new Measured(
                delivered / took,
                delivered / cpu,
                latencies.getValueAtPercentile(50) / MS,
                latencies.getValueAtPercentile(99) / MS);
    }

    private static Measured median(List<Measured> all) {
        return new Measured(
                median(all.stream().mapToDouble(Measured::perSecond).toArray()),
                median(all.stream().mapToDouble(Measured::perCpuSecond).toArray()),
                median(all.stream().mapToDouble(Measured::p50).toArray()),
                median(all.stream().mapToDouble(Measured::p99).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        // of an even number the mean of the middle two
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static void printRatios(String load, Side side, Side baseline, Function<Side, List<Measured>> rounds) {
        Measured ours = median(rounds.apply(side));
        Measured theirs = median(rounds.apply(baseline));
        System.out.printf(
                Locale.ROOT,
                "%s: deliveries a processor second %.2f of %s (target: at least 1.0), p99 %.2f of it (at most 2)%n",
                load,
                ours.perCpuSecond() / theirs.perCpuSecond(),
                baseline.name(),
                ours.p99() / theirs.p99());
    }

    private static void print(String name, Measured full, Measured paced) {
        System.out.printf(
                Locale.ROOT,
                "%-23s full: %,9.0f/s %,9.0f/cpu-s  p50 %6.1f p99 %6.1f ms | paced: %,9.0f/s %,9.0f/cpu-s  p50 %6.2f p99 %6.2f ms%n",
                name,
                full.perSecond(),
                full.perCpuSecond(),
                full.p50(),
                full.p99(),
                paced.perSecond(),
                paced.perCpuSecond(),
                paced.p50(),
                paced.p99());
    }
}
