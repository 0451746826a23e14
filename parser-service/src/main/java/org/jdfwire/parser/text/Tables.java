package org.jdfwire.parser.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the small tables beside the classes: UTF-8, a line an entry, {@code #} for comments. */
public final class Tables {
    private Tables() {}

    /** Returns the words of a table that has several on a line, separated by spaces. */
    public static Set<String> words(Class<?> beside, String name) {
        return lines(beside, name).stream()
                .flatMap(line -> Arrays.stream(line.strip().split(" +")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the entries of a table.
     *
     * @param beside a class that the table lies beside
     * @throws IllegalStateException if there is no such table
     */
    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "table: " + name + " is not on the class path (expected: in the parser's jar)");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("table " + name + " cannot be read", e);
        }
    }
}
