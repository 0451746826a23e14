package org.jdfwire.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jdfwire.bench.process.ProcessUsage;
import org.jdfwire.bench.process.Waits;
import org.jdfwire.bench.process.WorkFolder;

/**
 * Memory of each subscriber that only waits: what the server's process has more with 10,000 of them than with none, per
 * subscriber. The store collects its garbage before each look. Target: at most 16 KB.
 */
public final class IdleMemory {
    private static final int COUNT = Integer.getInteger("bench.subscribers", 10_000);
    /** So many subscribe and leave before: what a server keeps for any number of them is there then. */
    private static final int FIRST = 500;

    private static final double KB = 1024;
    private static final double TARGET_KB = 16;

    private IdleMemory() {}

    public static void main(String[] arguments) {
        try (WorkFolder folder = WorkFolder.create()) {
            double store;
            double nchan;
            try (NchanServer server = new NchanServer(folder.path().resolve("nchan"), false)) {
                nchan = measure(server, () -> {});
            }
            // so that free heap is given back and is not counted as a subscriber's
            List<String> lean = List.of("-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10");
            try (StoreServer server = new StoreServer(folder.path().resolve("store"), lean)) {
                store = measure(server, () -> collect(server.pid()));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d idle subscribers: store %.1f KB each (target: at most %.0f), nchan %.1f KB each%n",
                    COUNT,
                    store,
                    TARGET_KB,
                    nchan);
        }
    }

    private static double measure(FeedServer server, Runnable beforeLook) {
        new Subscribers(server, FIRST).close();
        Waits.millis(3000);
        beforeLook.run();
        long without = ProcessUsage.residentBytes(server.pid());
        try (Subscribers subscribers = new Subscribers(server, COUNT)) {
            Waits.millis(3000);
            beforeLook.run();
            long with = ProcessUsage.residentBytes(server.pid());
            System.out.printf(
                    Locale.ROOT,
                    "  resident %d MB, then %d MB, %d open%n",
                    without >> 20,
                    with >> 20,
                    subscribers.count());
            return (with - without) / KB / COUNT;
        }
    }

    /** Twice: the first collection lets go of what the second can give back. */
    private static void collect(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (int i = 0; i < 2; i++) {
            try {
                Process run = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                run.waitFor(30, TimeUnit.SECONDS);
            } catch (IOException e) {
                throw new UncheckedIOException("jcmd: not found (expected: a JDK)", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
