package org.jdfwire.standalone.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flags of {@code replay}; each may be written {@code --flag value} or {@code --flag=value}.
 *
 * @param data the data folder
 * @param kafka the brokers to use instead of those of the data folder, host:port, or null
 * @param from only pages that were stored at that time or later, or null for all
 * @param dryRun whether to tell what would change and change nothing
 */
public record ReplayOptions(
        Path data, @Nullable String kafka, @Nullable Instant from, boolean dryRun) {
    private static final String FLAGS = "--data DIR, --kafka HOST:PORT, --from TIME, --dry-run";

    /**
     * Reads the flags.
     *
     * @throws Problem naming the flag that is unknown, without a value or with a wrong one
     */
    public static ReplayOptions parse(List<String> arguments) {
        Path data = DataFolder.STANDARD;
        @Nullable String kafka = null;
        @Nullable Instant from = null;
        boolean dryRun = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (argument.equals("--dry-run")) {
                dryRun = true;
                continue;
            }
            String value = equals < 0 ? rest.poll() : argument.substring(equals + 1);
            switch (name) {
                case "--data" -> data = Path.of(given(name, value));
                case "--kafka" -> kafka = given(name, value);
                case "--from" -> from = time(given(name, value));
                default -> throw new Problem(argument + ": no such flag of replay (expected: " + FLAGS + ")");
            }
        }
        return new ReplayOptions(data, kafka, from, dryRun);
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Problem(name + ": no value (expected: " + FLAGS + ")");
        }
        return value;
    }

    private static Instant time(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new Problem("--from: " + value + " (expected: an RFC 3339 time, such as 2026-11-24T00:00:00Z)", e);
        }
    }
}
