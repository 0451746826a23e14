package org.jdfwire.standalone.command;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The flags of {@code demo} and {@code up}; each may be written {@code --flag value} or {@code --flag=value}. */
public final class Options {
    private static final int ANY_FREE_PORT = 0;
    private static final int LARGEST_PORT = 65_535;

    private final Map<Flag, String> values;

    private Options(Map<Flag, String> values) {
        this.values = values;
    }

    /** The flags by name. */
    public enum Flag {
        DATA("--data"),
        PORT("--port"),
        MANAGEMENT_PORT("--management-port"),
        SOURCES("--sources"),
        KAFKA("--kafka"),
        MONGODB_URI("--mongodb.uri");

        private final String text;

        Flag(String text) {
            this.text = text;
        }
    }

    /**
     * Reads the flags.
     *
     * @throws Problem naming the flag that is unknown, given twice or without a value
     */
    public static Options parse(List<String> arguments) {
        Map<Flag, String> values = new EnumMap<>(Flag.class);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            Flag flag = flag(name);
            String value = equals < 0 ? rest.poll() : argument.substring(equals + 1);
            if (value == null || value.isBlank()) {
                throw new Problem(name + ": no value (expected: " + name + " VALUE)");
            }
            if (values.put(flag, value) != null) {
                throw new Problem(name + ": given twice (expected: once)");
            }
        }
        return new Options(values);
    }

    /** Returns the data folder, or null where the flag is not given. */
    public @Nullable Path data() {
        String value = values.get(Flag.DATA);
        return value == null ? null : Path.of(value);
    }

    /** Returns the port of the feeds; 0 stands for any free one. */
    public int port() {
        return port(Flag.PORT, 8080);
    }

    /** Returns the port of health and metrics; 0 stands for any free one. */
    public int managementPort() {
        return port(Flag.MANAGEMENT_PORT, 9080);
    }

    /** Returns the live sources that are on, {@code none} for none of them, or null for all that are configured. */
    public @Nullable String sources() {
        return values.get(Flag.SOURCES);
    }

    /** Returns the address of a Kafka broker to use instead of the embedded one, or null. */
    public @Nullable String kafka() {
        return values.get(Flag.KAFKA);
    }

    /** Returns the address of a MongoDB to use instead of the embedded one, or null. */
    public @Nullable String mongodbUri() {
        return values.get(Flag.MONGODB_URI);
    }

    private int port(Flag flag, int standard) {
        String value = values.get(flag);
        if (value == null) {
            return standard;
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= ANY_FREE_PORT && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the range
        }
        throw new Problem(flag.text + ": " + value + " (expected: 0 to 65535; 0 takes any free port)");
    }

    private static Flag flag(String name) {
        for (Flag flag : Flag.values()) {
            if (flag.text.equals(name)) {
                return flag;
            }
        }
        Set<String> known = new TreeSet<>();
        for (Flag flag : Flag.values()) {
            known.add(flag.text);
        }
        throw new Problem(name + ": no such flag (expected: "
                + known.stream().collect(Collectors.joining(", ", "one of ", "")) + ")");
    }
}
