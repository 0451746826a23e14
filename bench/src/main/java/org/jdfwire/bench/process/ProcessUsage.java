package org.jdfwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one process has used, as the kernel counts it (proc(5)). */
public final class ProcessUsage {
    /** Of {@code /proc/<pid>/stat}: Linux counts there in hundredths of a second on every architecture that it has. */
    private static final double TICKS_A_SECOND = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int KIB = 1024;

    private ProcessUsage() {}

    /** Returns the processor seconds of all threads of a process so far, its own and the kernel's for it. */
    public static double cpuSeconds(long pid) {
        String stat = read(Path.of("/proc/" + pid + "/stat"));
        // the name in parentheses may have spaces; what follows it has none
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS_A_SECOND;
    }

    /** Returns the bytes of memory that the process has now (resident set). */
    public static long residentBytes(long pid) {
        return read(Path.of("/proc/" + pid + "/status"))
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                * KIB;
    }

    /** Returns the direct children of a process. */
    public static List<Long> children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Returns how many processes want to run, averaged over the last minute. */
    public static double load() {
        return Double.parseDouble(read(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read (expected: Linux, and a running process)", e);
        }
    }
}
