package org.jdfwire.standalone.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads flags that each have a value: {@code --flag value} or {@code --flag=value}. */
final class Flags {
    private Flags() {}

    /**
     * Returns the values by their flags, those only that are given.
     *
     * @throws Problem naming the flag that is unknown, given twice or without a value
     */
    static Map<String, String> read(List<String> arguments, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw new Problem(
                        name + ": no such flag (expected: one of " + String.join(", ", new TreeSet<>(known)) + ")");
            }
            String value = equals < 0 ? rest.poll() : argument.substring(equals + 1);
            if (value == null || value.isBlank()) {
                throw new Problem(name + ": no value (expected: " + name + " VALUE)");
            }
            if (values.put(name, value) != null) {
                throw new Problem(name + ": given twice (expected: once)");
            }
        }
        return values;
    }
}
