package org.jdfwire.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The heap that another JVM uses, every half second. */
public final class HeapWatch {
    private static final int KIB_A_MIB = 1024;
    private static final List<Integer> USED = List.of(2, 3, 5, 7);

    private final Process jstat;
    private final Thread reader;
    private final List<Long> usedMib = new CopyOnWriteArrayList<>();

    private HeapWatch(long pid) {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jstat").toString();
        try {
            jstat = new ProcessBuilder(tool, "-gc", Long.toString(pid), "500").start();
        } catch (IOException e) {
            throw new UncheckedIOException("jstat: not found (expected: a JDK)", e);
        }
        reader = new Thread(this::read, "jstat");
        reader.start();
    }

    /** Begins to watch a JVM of this user. */
    public static HeapWatch start(long pid) {
        return new HeapWatch(pid);
    }

    /** Ends it and returns what was seen: used MiB, one number after the other. */
    public String stop() {
        jstat.destroy();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return usedMib.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(jstat.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.strip().split("\\s+");
                if (!columns[0].startsWith("S0")) {
                    // survivors, eden, old
                    double kib = USED.stream()
                            .mapToDouble(column -> Double.parseDouble(columns[column]))
                            .sum();
                    usedMib.add((long) kib / KIB_A_MIB);
                }
            }
        } catch (IOException ended) {
            // jstat was told to end
        }
    }
}
