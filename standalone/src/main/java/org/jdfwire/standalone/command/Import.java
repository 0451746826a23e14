package org.jdfwire.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts files into the inbox of a running instance and waits until each is taken or refused.
 *
 * <p>The inbox is all that connects it to that instance: a taken file is moved to its {@code done} folder, a refused
 * one to {@code failed}, with the reason beside it.
 */
public final class Import {
    private static final long LOOK_AGAIN_MILLIS = 200;
    private static final String ADDRESS_FILE = ".url";
    private static final int MOST_NAME_BYTES = 200;

    private final Path data;
    private final Path inbox;
    private final PrintStream out;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private Import(Path data, PrintStream out) {
        this.data = data;
        this.inbox = DataFolder.inbox(data);
        this.out = out;
    }

    /**
     * Runs {@code import [--data DIR] PATH…}.
     *
     * @return whether every file was taken
     * @throws Problem where nothing runs on the data folder, or a path cannot be read
     */
    public static boolean run(List<String> arguments, PrintStream out) throws InterruptedException {
        Path data = DataFolder.STANDARD;
        List<Path> paths = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (argument.equals("--data")) {
                data = folder(rest.poll());
            } else if (argument.startsWith("--data=")) {
                data = folder(argument.substring("--data=".length()));
            } else if (argument.startsWith("--")) {
                throw new Problem(argument + ": no such flag (expected: --data DIR)");
            } else {
                paths.add(Path.of(argument));
            }
        }
        if (paths.isEmpty()) {
            throw new Problem("import: no path (expected: files or folders with saved pages or archives)");
        }
        return new Import(data, out).take(pages(paths));
    }

    private static Path folder(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Problem("--data: no value (expected: --data DIR)");
        }
        return Path.of(value);
    }

    private static List<Path> pages(List<Path> paths) {
        List<Path> pages = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new Problem(path + ": no such file or folder");
            }
            try {
                // a folder may be named by a link to it
                Path real = path.toRealPath();
                try (Stream<Path> found = Files.walk(real)) {
                    found.map(file -> path.resolve(real.relativize(file)))
                            .filter(file -> Files.isRegularFile(file) && (file.equals(path) || isPage(file)))
                            .sorted()
                            .forEach(pages::add);
                }
            } catch (IOException | UncheckedIOException e) {
                throw new Problem(path + ": cannot be read (" + e + ")", e);
            }
        }
        if (pages.isEmpty()) {
            throw new Problem(paths + ": no page in it (expected: files ending in .html, .htm, .warc or .warc.gz)");
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of(".html", ".htm", ".warc", ".warc.gz").anyMatch(name::endsWith);
    }

    private boolean take(List<Path> pages) throws InterruptedException {
        requireRunning();
        Map<String, Path> waiting = new LinkedHashMap<>();
        Map<Path, String> refused = new LinkedHashMap<>();
        Map<Path, String> reports = new LinkedHashMap<>();
        for (Path page : pages) {
            if (!isPage(page)) {
                refused.put(page, "not a page by its name (expected: a name ending in .html, .htm, .warc or .warc.gz)");
                continue;
            }
            String name = run + "-" + String.format("%06d", waiting.size() + 1) + "-" + end(page);
            drop(page, name);
            waiting.put(name, page);
        }
        Progress progress = new Progress(out, pages.size());
        while (!waiting.isEmpty()) {
            waiting.entrySet().removeIf(entry -> {
                String reason = reason(entry.getKey());
                if (reason != null) {
                    refused.put(entry.getValue(), reason);
                    return true;
                }
                boolean taken = Files.exists(inbox.resolve("done").resolve(entry.getKey()));
                String report = taken ? report(entry.getKey()) : null;
                if (report != null) {
                    reports.put(entry.getValue(), report);
                }
                return taken;
            });
            progress.at(pages.size() - waiting.size(), refused.size());
            if (!waiting.isEmpty()) {
                requireRunning();
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
        progress.end(pages.size(), refused.size());
        reports.forEach((archive, report) -> out.println("taken " + archive + ": " + report));
        refused.forEach((page, reason) -> out.println("refused " + page + ": " + reason));
        return refused.isEmpty();
    }

    /** Returns the end of a page's name, short enough for what is put before and after it: a file system takes 255 bytes. */
    private static String end(Path page) {
        String name = page.getFileName().toString();
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            name = name.substring(name.offsetByCodePoints(0, 1));
        }
        return name;
    }

    private void requireRunning() {
        if (!DataFolder.isTaken(data)) {
            throw new Problem("data folder " + data.toAbsolutePath().normalize()
                    + ": no JDF Wire is running on it (expected: one, started with ./jdfwire up --data " + data
                    + "; what is already in its inbox will be taken then)");
        }
    }

    /** Copies a page and the address beside it; the page appears in the inbox whole or not at all. */
    private void drop(Path page, String name) {
        try {
            Files.createDirectories(inbox);
            Path address = addressBeside(page);
            if (address != null) {
                place(address, name + ADDRESS_FILE);
            }
            place(page, name);
        } catch (IOException e) {
            throw new Problem(page + ": cannot be copied into " + inbox + " (" + e + ")", e);
        }
    }

    private void place(Path file, String name) throws IOException {
        Path part = inbox.resolve(name + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static @Nullable Path addressBeside(Path page) {
        String name = page.getFileName().toString();
        int dot = name.lastIndexOf('.');
        for (String candidate : List.of(name + ADDRESS_FILE, name.substring(0, Math.max(dot, 0)) + ADDRESS_FILE)) {
            Path address = page.resolveSibling(candidate);
            if (Files.isRegularFile(address)) {
                return address;
            }
        }
        return null;
    }

    /** Returns why the file was refused, or null where it was not, or not yet. */
    private @Nullable String reason(String name) {
        return text(inbox.resolve("failed").resolve(name + ".reason.txt"));
    }

    /** Returns what an archive held, in lines; null for a single page. */
    private @Nullable String report(String name) {
        return text(inbox.resolve("done").resolve(name + ".report.txt"));
    }

    private static @Nullable String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            throw new Problem(file + ": cannot be read (" + e + ")", e);
        }
    }
}
