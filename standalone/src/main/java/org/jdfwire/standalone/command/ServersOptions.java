package org.jdfwire.standalone.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flags of {@code servers}.
 *
 * @param data the data folder
 * @param kafkaPort port of the broker, 0 for any free one
 * @param mongodbPort port of the database, 0 for any free one
 */
public record ServersOptions(Path data, int kafkaPort, int mongodbPort) {
    private static final String DATA = "--data";
    /** The flag of the broker's port. */
    public static final String KAFKA_PORT = "--kafka-port";
    /** The flag of the database's port. */
    public static final String MONGODB_PORT = "--mongodb-port";

    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads the flags.
     *
     * @throws Problem naming the flag that cannot be used
     */
    public static ServersOptions parse(List<String> arguments) {
        Map<String, String> values = Flags.read(arguments, Set.of(DATA, KAFKA_PORT, MONGODB_PORT));
        String data = values.get(DATA);
        return new ServersOptions(
                data == null ? DataFolder.STANDARD : Path.of(data),
                port(KAFKA_PORT, values.get(KAFKA_PORT), 9092),
                port(MONGODB_PORT, values.get(MONGODB_PORT), 27017));
    }

    private static int port(String flag, @Nullable String value, int standard) {
        if (value == null) {
            return standard;
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the range
        }
        throw new Problem(flag + ": " + value + " (expected: 0 to 65535; 0 takes any free port)");
    }
}
