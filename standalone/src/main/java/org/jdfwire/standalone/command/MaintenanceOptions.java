package org.jdfwire.standalone.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdfwire.contracts.change.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The flags of {@code verify}, {@code trim}, {@code rebuild} and {@code restored}, which work while nothing runs on the
 * data folder.
 *
 * @param data the data folder
 * @param kafka a Kafka broker to use instead of the embedded one, or null
 * @param mongodbUri a MongoDB to use instead of the embedded one, or null
 * @param before what was recorded before it is trimmed; null where nothing is to be
 * @param seen the newest cursor that a reader is known to have, or null
 */
public record MaintenanceOptions(
        Path data,
        @Nullable String kafka,
        @Nullable String mongodbUri,
        @Nullable Instant before,
        @Nullable Cursor seen) {
    private static final String DATA = "--data";
    private static final String KAFKA = "--kafka";
    private static final String MONGODB_URI = "--mongodb.uri";
    private static final String BEFORE = "--before";
    private static final String SEEN = "--seen";

    /** Reads the flags of {@code verify}. */
    public static MaintenanceOptions ofVerify(List<String> arguments) {
        return parse(arguments, Set.of(DATA, MONGODB_URI));
    }

    /** Reads the flags of {@code trim}. */
    public static MaintenanceOptions ofTrim(List<String> arguments) {
        MaintenanceOptions options = parse(arguments, Set.of(DATA, MONGODB_URI, BEFORE));
        if (options.before() == null) {
            throw new Problem(BEFORE + ": absent (expected: an RFC 3339 time such as 2021-03-31T00:00:00Z)");
        }
        return options;
    }

    /** Reads the flags of {@code rebuild}. */
    public static MaintenanceOptions ofRebuild(List<String> arguments) {
        return parse(arguments, Set.of(DATA, KAFKA, MONGODB_URI));
    }

    /** Reads the flags of {@code restored}. */
    public static MaintenanceOptions ofRestored(List<String> arguments) {
        return parse(arguments, Set.of(DATA, KAFKA, MONGODB_URI, SEEN));
    }

    private static MaintenanceOptions parse(List<String> arguments, Set<String> known) {
        Map<String, String> values = Flags.read(arguments, known);
        String data = values.get(DATA);
        return new MaintenanceOptions(
                data == null ? DataFolder.STANDARD : Path.of(data),
                values.get(KAFKA),
                values.get(MONGODB_URI),
                time(values.get(BEFORE)),
                cursor(values.get(SEEN)));
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Problem(BEFORE + ": " + text + " (expected: an RFC 3339 time such as 2021-03-31T00:00:00Z)", e);
        }
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        try {
            return text == null ? null : Cursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(SEEN + ": " + text + " (expected: a cursor, as a feed gave it)", e);
        }
    }
}
